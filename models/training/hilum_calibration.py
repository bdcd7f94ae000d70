"""From logits of `hilum` to probabilities that are no surer than unseen films allow, in two steps of one temperature.

First COVID-19 against all else, then the rest among themselves. One softmax of all three by the temperature would put
the films in another order: at 3 it weighs both other labels where the network weighed the likelier one, and on sources
that it had not seen that order is the worse.
"""

from math import log

import numpy as np
import torch
import torch.nn.functional as F

from hilum_films import COVID_19


def tempered(logits: torch.Tensor, temperature: float) -> torch.Tensor:
    """[N, classes]; the first label is COVID-19. A film that tells nothing gets the same for each label."""
    covid, rest = logits[:, : COVID_19 + 1], logits[:, COVID_19 + 1 :]
    others = rest.shape[1]
    # Against the others' mean, so that a temperature without end leaves COVID-19 one share of all, and not a half.
    odds = (covid - torch.logsumexp(rest, 1, keepdim=True) + log(others)) / temperature - log(others)
    return torch.cat([torch.sigmoid(odds), torch.sigmoid(-odds) * F.softmax(rest / temperature, 1)], 1)


def probabilities_of(logits: np.ndarray, temperature: float) -> np.ndarray:
    return tempered(torch.from_numpy(logits.astype(np.float64)), temperature).numpy()
