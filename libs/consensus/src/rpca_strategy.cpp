#include "theriac/consensus/rpca_strategy.hpp"

namespace theriac::consensus {

namespace {

class AlwaysNo final : public RpcaStrategy {
public:
    std::optional<TransactionSet> propose(const RpcaIntent&) const override {
        return TransactionSet{};
    }

    std::optional<TransactionSet> validate(const RpcaIntent&) const override {
        return TransactionSet{};
    }
};

class Equivocator final : public RpcaStrategy {
public:
    std::optional<TransactionSet> propose(const RpcaIntent& intent) const override {
        return intent.to % 2 == 0 ? *intent.set : TransactionSet{};
    }

    std::optional<TransactionSet> validate(const RpcaIntent& intent) const override {
        return propose(intent);
    }
};

class Cartel final : public RpcaStrategy {
public:
    std::optional<TransactionSet> propose(const RpcaIntent& intent) const override {
        TransactionSet out;
        const auto& workload = intent.world->workload;
        for (TransactionId id = 0; id < workload.size(); ++id) {
            if (workload[id].fraudulent && workload[id].period == intent.period) out.push_back(id);
        }
        return out;
    }

    std::optional<TransactionSet> validate(const RpcaIntent& intent) const override {
        return propose(intent);
    }
};

class Selective final : public RpcaStrategy {
public:
    explicit Selective(NodeId limit) : limit_(limit) {}

    std::optional<TransactionSet> propose(const RpcaIntent& intent) const override {
        if (intent.to >= limit_) return std::nullopt;
        return *intent.set;
    }

    std::optional<TransactionSet> validate(const RpcaIntent& intent) const override {
        return propose(intent);
    }

private:
    NodeId limit_;
};

}  // namespace

std::shared_ptr<const RpcaStrategy> always_no() {
    return std::make_shared<AlwaysNo>();
}

std::shared_ptr<const RpcaStrategy> equivocator() {
    return std::make_shared<Equivocator>();
}

std::shared_ptr<const RpcaStrategy> cartel() {
    return std::make_shared<Cartel>();
}

std::shared_ptr<const RpcaStrategy> selective(NodeId limit) {
    return std::make_shared<Selective>(limit);
}

}  // namespace theriac::consensus
