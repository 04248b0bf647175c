#include "theriac/report/page.hpp"

#include "theriac/json/utf8.hpp"
#include "theriac/plot/chart.hpp"

namespace theriac::report {

namespace {

constexpr std::string_view kBeforeTitle = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
:root { color-scheme: light dark; --text: #1d2430; --soft: #5a6473; --line: #d9dee6; --paper: #fff; --ground: #f3f5f8;
  --good: #17693a; --good-ground: #e4f4ea; --bad: #a3201a; --bad-ground: #fdeae8; --note: #7a4a00; --note-ground: #fdf3e1; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e8ee; --soft: #a3adba; --line: #39424f; --paper: #1b212a;
  --ground: #12161c; --good: #7fd6a0; --good-ground: #16301f; --bad: #ff9a92; --bad-ground: #3a1917;
  --note: #f1c27a; --note-ground: #33260f; } }
* { box-sizing: border-box; }
body { font: 16px/1.55 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--text); background: var(--ground);
  max-width: 58rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .6rem; }
h3 { font-size: .8rem; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); margin: 1.4rem 0 .4rem; }
p { margin: .5rem 0; } .soft { color: var(--soft); }
article, section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px;
  padding: 1.25rem 1.5rem; margin: 1.25rem 0; }
dl { display: grid; grid-template-columns: minmax(8.5rem, max-content) 1fr; gap: .25rem 1.25rem; margin: .4rem 0; }
dt { color: var(--soft); } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
code { font: .85em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .93em; margin: .4rem 0; }
th { text-align: left; color: var(--soft); font-weight: 600; border-bottom: 1px solid var(--soft); }
td { border-bottom: 1px solid var(--line); } th, td { padding: .3rem .9rem .3rem 0; vertical-align: top; }
ul.plain { list-style: none; margin: .4rem 0; padding: 0; } ul.plain li { margin: .25rem 0; }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
.badge { display: inline-block; border-radius: 99px; padding: .1rem .7rem; font-size: .85rem; font-weight: 600;
  background: var(--note-ground); color: var(--note); }
.badge.good { background: var(--good-ground); color: var(--good); }
.badge.bad { background: var(--bad-ground); color: var(--bad); }
.warning { border-left: 4px solid var(--note); background: var(--note-ground); padding: .5rem .9rem; }
blockquote { margin: .2rem 0 .2rem; padding-left: .8rem; border-left: 3px solid var(--line); white-space: pre-line;
  overflow-wrap: anywhere; }
pre { font: .85em/1.45 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere;
  background: var(--ground); border-radius: 6px; padding: .8rem; margin: .4rem 0; }
summary { cursor: pointer; color: var(--soft); }
.figures { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
.figures li { flex: 1 1 9rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px;
  padding: .7rem 1rem; color: var(--soft); font-size: .9rem; }
.figures strong { display: block; font-size: 1.6rem; line-height: 1.2; color: var(--text); }
.plots { display: flex; flex-wrap: wrap; gap: 1rem; } .plots > svg { flex: 1 1 21rem; min-width: 0;
  max-width: 100%; height: auto; border-radius: 6px; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
@page { margin: 16mm; }
@media print { :root { color-scheme: light; --text: #000; --soft: #444; --line: #bbb; --paper: #fff; --ground: #fff;
    --good: #17693a; --bad: #a3201a; --note: #7a4a00; --note-ground: #fff; --good-ground: #fff; --bad-ground: #fff; }
  body { font-size: 10.5pt; max-width: none; padding: 0; }
  article, section { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .8rem 0 0; }
  h2, h3 { break-after: avoid; } tr, .plots > svg, .figures li, blockquote { break-inside: avoid; } .badge { border: 1px solid; }
  details::details-content { content-visibility: visible; block-size: auto; } summary { list-style: none; } }
</style>
<title>)";

}  // namespace

std::string escaped(std::string_view text) {
    const std::string valid = json::to_utf8_lossy(text);
    std::string out;
    for (std::string_view rest = valid;;) {
        const std::size_t end = rest.find('\n');
        out += plot::escape(std::string(rest.substr(0, end)));
        if (end == std::string_view::npos) return out;
        out += '\n';
        rest.remove_prefix(end + 1);
    }
}

std::string page(std::string_view title, const std::string& body) {
    return std::string(kBeforeTitle) + escaped(title) + "</title>\n</head>\n<body>\n" + body
           + "</body>\n</html>\n";
}

}  // namespace theriac::report
