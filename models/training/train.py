"""One training run: a network, the films it may see, a folder for its checkpoint. A run resumes where it stopped."""

import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

# One thread where others use the machine too: two wait for each other, and on a busy core that takes four times as long.
torch.set_num_threads(int(os.environ.get("HILUM_TRAINING_THREADS", "2")))

# Takes the network and the numbers of the batch's films, gives the loss.
BatchLoss = Callable[[torch.nn.Module, np.ndarray], torch.Tensor]


class Averaged:
    """An exponential average of weights and batch statistics; it evens out the swing from epoch to epoch."""

    def __init__(self, network: torch.nn.Module, decay: float) -> None:
        self.decay = decay
        self.state = {name: value.clone() for name, value in network.state_dict().items()}

    def update(self, network: torch.nn.Module, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                self.state[name].lerp_(value, 1 - decay)
            else:
                self.state[name].copy_(value)


class Run:
    """What a checkpoint holds."""

    def __init__(self, recipe: Any, network: torch.nn.Module, films: int, folder: Path) -> None:
        steps = (films // recipe.batch) * recipe.epochs
        self.recipe, self.network, self.films, self.folder = recipe, network, films, folder
        self.optimiser = torch.optim.AdamW(
            network.parameters(), recipe.peak_rate, betas=(0.9, 0.99), weight_decay=recipe.weight_decay
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimiser, recipe.peak_rate, total_steps=steps + 1, pct_start=0.3
        )
        self.averaged = Averaged(network, recipe.averaging)
        self.epochs_done = 0

    def save(self) -> None:
        state = {
            "recipe": asdict(self.recipe),
            "epochs_done": self.epochs_done,
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "averaged": self.averaged.state,
        }
        part = self.folder / "checkpoint.part"
        torch.save(state, part)
        part.rename(self.folder / "checkpoint.pt")

    def resume(self) -> None:
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path)
        if state["recipe"] != asdict(self.recipe):
            raise ValueError(f"{path} was made with another recipe; move it away or restore the recipe.")
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.averaged.state = state["averaged"]
        self.epochs_done = state["epochs_done"]


def train(recipe: Any, network: torch.nn.Module, films: int, batch_loss: BatchLoss, folder: Path) -> torch.nn.Module:
    """Trains on films 0 to `films`. Returns the network with its averaged weights, in evaluation mode."""
    folder.mkdir(parents=True, exist_ok=True)
    run = Run(recipe, network, films, folder)
    run.resume()
    while run.epochs_done < recipe.epochs:
        started = time.monotonic()
        loss = train_one_epoch(run, batch_loss)
        run.epochs_done += 1
        run.save()
        report(run, loss, time.monotonic() - started)
    network.load_state_dict(run.averaged.state)
    return network.eval()


def train_one_epoch(run: Run, batch_loss: BatchLoss) -> float:
    run.network.train()
    # The order and the changes of an epoch hang on seed and epoch alone, so that a resumed run is the same run.
    torch.manual_seed(run.recipe.seed * 10_007 + run.epochs_done)
    order = torch.randperm(run.films).numpy()
    losses = []
    for start in range(0, run.films - run.recipe.batch + 1, run.recipe.batch):
        loss = batch_loss(run.network, np.sort(order[start : start + run.recipe.batch]))
        run.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        run.optimiser.step()
        run.schedule.step()
        run.averaged.update(run.network, run.schedule.last_epoch)
        losses.append(loss.item())
    return float(np.mean(losses))


def report(run: Run, loss: float, seconds: float) -> None:
    done, whole = run.epochs_done, run.recipe.epochs
    line = {"epoch": done, "of": whole, "loss": round(loss, 4), "seconds": round(seconds, 1)}
    with open(run.folder / "log.jsonl", "a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")
    left = seconds * (whole - done) / 60
    print(f"{run.folder.name}: epoch {done}/{whole} loss {loss:.4f}, {seconds:.0f} s, {left:.0f} min left", flush=True)


def training_log(folder: Path) -> list[dict]:
    """One entry for each epoch."""
    return [json.loads(line) for line in (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()]
