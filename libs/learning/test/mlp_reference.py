"""The multilayer perceptron of docs/formats/model-spec.md in numpy, and in scikit-learn where it offers all of it."""
import numpy as np
from sklearn.neural_network import MLPClassifier
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer

MASK = (1 << 64) - 1


class Random:
    """xoshiro256** with the state that random.hpp describes."""

    def __init__(self, seed, stream):
        self.state = []
        for i in range(4):
            stream = (stream + 0x9E3779B97F4A7C15) & MASK
            z = stream
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
            self.state.append(int.from_bytes(seed[8 * i:8 * i + 8], "little") ^ z ^ (z >> 31))

    def next(self):
        s = self.state
        rotated = (s[1] * 5) & MASK
        out = ((((rotated << 7) | (rotated >> 57)) & MASK) * 9) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = ((s[3] << 45) | (s[3] >> 19)) & MASK
        return out

    def uniform(self):
        return (self.next() >> 11) * 2.0**-53

    def below(self, bound):
        limit = MASK - MASK % bound
        while (x := self.next()) >= limit:
            pass
        return x % bound

    def shuffle(self, order):
        for i in range(len(order), 1, -1):
            j = self.below(i)
            order[i - 1], order[j] = order[j], order[i - 1]


def initial_weights(shape, activation, random):
    weights = []
    for layer, (inputs, outputs) in enumerate(zip(shape, shape[1:])):
        is_last = layer + 2 == len(shape)
        fans = inputs + (outputs if is_last or activation == "tanh" else 0)
        bound = np.sqrt(6.0 / fans)
        flat = [bound * (2 * random.uniform() - 1) for _ in range(inputs * outputs)]
        weights.append(np.array(flat).reshape(inputs, outputs))
    return weights


def log_loss(f, y):
    return np.logaddexp(0, np.where(y == 1, -f, f))


class Numpy:
    """Adam and back-propagation, written out."""

    def __init__(self, weights, spec, class_weights):
        self.spec, self.class_weights = spec, class_weights
        self.parameters = weights + [np.zeros(w.shape[1]) for w in weights]
        self.layers = len(weights)
        self.first = [np.zeros_like(p) for p in self.parameters]
        self.second = [np.zeros_like(p) for p in self.parameters]
        self.step = 0

    def values(self, x):
        out = [x]
        for layer in range(self.layers):
            z = out[-1] @ self.parameters[layer] + self.parameters[self.layers + layer]
            if layer + 1 < self.layers:
                z = np.maximum(z, 0) if self.spec["network"]["activation"] == "relu" else np.tanh(z)
            out.append(z)
        return out

    def decision(self, x):
        return self.values(x)[-1][:, 0]

    def gradients(self, x, y):
        values = self.values(x)
        weight = self.class_weights[y][:, None]
        delta = weight * (1 / (1 + np.exp(-values[-1])) - y[:, None])
        of_weights, of_biases = [], []
        for layer in reversed(range(self.layers)):
            penalty = self.spec["optimiser"]["l2"] * self.parameters[layer]
            of_weights.insert(0, (values[layer].T @ delta + penalty) / len(x))
            of_biases.insert(0, delta.sum(axis=0) / len(x))
            slope = (values[layer] > 0 if self.spec["network"]["activation"] == "relu" else 1 - values[layer]**2)
            delta = (delta @ self.parameters[layer].T) * slope
        return of_weights + of_biases

    def train(self, x, y):
        """One batch."""
        self.step += 1
        rate = self.spec["optimiser"]["learning_rate"] * np.sqrt(1 - 0.999**self.step) / (1 - 0.9**self.step)
        for i, gradient in enumerate(self.gradients(x, y)):
            self.first[i] = 0.9 * self.first[i] + 0.1 * gradient
            self.second[i] = 0.999 * self.second[i] + 0.001 * gradient**2
            self.parameters[i] = self.parameters[i] - rate * self.first[i] / (np.sqrt(self.second[i]) + 1e-8)

    def snapshot(self):
        return list(self.parameters)

    def restore(self, parameters):
        self.parameters = parameters


class ScikitLearn:
    """MLPClassifier, given our initial weights and batches."""

    def __init__(self, weights, spec, x, y):
        optimiser = spec["optimiser"]
        self.model = MLPClassifier(
            hidden_layer_sizes=spec["network"]["hidden"], activation=spec["network"]["activation"], solver="adam",
            alpha=optimiser["l2"], learning_rate_init=optimiser["learning_rate"], shuffle=False, batch_size=len(x))
        self.model.partial_fit(x, y, classes=[0, 1])  # makes what the weights go into
        for mine, given in zip(self.model.coefs_, weights):
            mine[:] = given
        for bias in self.model.intercepts_:
            bias[:] = 0
        self.model._optimizer = AdamOptimizer(self.model.coefs_ + self.model.intercepts_,
                                              optimiser["learning_rate"])

    def train(self, x, y):
        self.model.batch_size = len(x)
        self.model.partial_fit(x, y)

    def decision(self, x):
        p = self.model.predict_proba(x)[:, 1]
        return np.log(p) - np.log1p(-p)


def train(spec, x, y, random):
    """The trained model; its `decision(x)` is the log-odds."""
    shape, optimiser = spec["network"], spec["optimiser"]
    weights = initial_weights([x.shape[1], *shape["hidden"], 1], shape["activation"], random)
    class_weights = np.ones(2)
    if optimiser["class_weights"] == "balanced":
        class_weights = len(y) / (2 * np.bincount(y, minlength=2))
    stopping = optimiser.get("early_stopping")
    plain = stopping is None and optimiser["class_weights"] == "none"
    model = ScikitLearn(weights, spec, x, y) if plain else Numpy(weights, spec, class_weights)
    order, held_out = list(range(len(y))), []
    if stopping:
        random.shuffle(order)
        count = len(y) // stopping["one_in"]
        held_out, order = order[:count], order[count:]
    best, stale = (np.inf, None), 0
    for _ in range(optimiser["epochs"]):
        random.shuffle(order)
        for start in range(0, len(order), optimiser["batch_rows"]):
            batch = order[start:start + optimiser["batch_rows"]]
            model.train(x[batch], y[batch])
        if not stopping:
            continue
        loss = np.mean(class_weights[y[held_out]] * log_loss(model.decision(x[held_out]), y[held_out]))
        stale = 0 if loss < best[0] - stopping["tolerance"] else stale + 1
        if loss < best[0]:
            best = (loss, model.snapshot())
        if stale == stopping["patience"]:
            break
    if stopping:
        model.restore(best[1])
    return model
