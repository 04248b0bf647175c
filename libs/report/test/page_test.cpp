#include "theriac/report/page.hpp"

#include <gtest/gtest.h>

namespace theriac::report {
namespace {

TEST(page, text_is_escaped_and_control_characters_do_not_pass) {
    EXPECT_EQ(escaped("<b a='1'>&\"</b>"), "&lt;b a=&#39;1&#39;&gt;&amp;&quot;&lt;/b&gt;");
    const std::string replaced = "\xef\xbf\xbd";
    EXPECT_EQ(escaped("a\x1b[31m\n\tc\n"), "a" + replaced + "[31m\n c\n");
    EXPECT_EQ(escaped("\xff"), replaced);
}

TEST(page, title_is_escaped_and_nothing_is_loaded_or_run) {
    const std::string out = page("</title><script>", "<p>body</p>\n");
    EXPECT_NE(out.find("<title>&lt;/title&gt;&lt;script&gt;</title>"), std::string::npos);
    for (const char* words : {"<script", "src=", "href=", "url(", "@import"})
        EXPECT_EQ(out.find(words), std::string::npos) << words;
    EXPECT_NE(out.find("default-src 'none'"), std::string::npos);
}

}  // namespace
}  // namespace theriac::report
