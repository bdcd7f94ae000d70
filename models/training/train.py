"""One training run: a recipe, the films it may see, a folder for its checkpoint. A run resumes where it stopped."""

import json
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from augment import augment
from config import Recipe
from darkcovidnet import DarkCovidNet

torch.set_num_threads(2)


class Averaged:
    """An exponential average of weights and batch statistics; it evens out the swing from epoch to epoch."""

    def __init__(self, model: torch.nn.Module, decay: float) -> None:
        self.decay = decay
        self.state = {name: value.clone() for name, value in model.state_dict().items()}

    def update(self, model: torch.nn.Module, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        for name, value in model.state_dict().items():
            if value.is_floating_point():
                self.state[name].lerp_(value, 1 - decay)
            else:
                self.state[name].copy_(value)


def train(recipe: Recipe, films: np.ndarray, labels: np.ndarray, folder: Path) -> torch.nn.Module:
    """films [n, H, W], labels [n]. Returns the averaged network in evaluation mode."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    model = DarkCovidNet(len(recipe.labels), (recipe.size // 32) ** 2).to(memory_format=torch.channels_last)
    steps = len(films) // recipe.batch
    optimiser = torch.optim.AdamW(
        model.parameters(), recipe.peak_rate, betas=(0.9, 0.99), weight_decay=recipe.weight_decay
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, recipe.peak_rate, total_steps=steps * recipe.epochs + 1, pct_start=0.3
    )
    averaged = Averaged(model, recipe.averaging)
    first = resume(folder, recipe, model, optimiser, schedule, averaged)
    for epoch in range(first, recipe.epochs):
        started = time.monotonic()
        loss = train_one_epoch(recipe, model, (films, labels), (optimiser, schedule, averaged), epoch)
        save(folder, recipe, model, optimiser, schedule, averaged, epoch + 1)
        report(folder, recipe, epoch, loss, time.monotonic() - started)
    model.load_state_dict(averaged.state)
    return model.eval()


def train_one_epoch(recipe, model, data, machinery, epoch: int) -> float:
    films, labels = data
    optimiser, schedule, averaged = machinery
    model.train()
    # The order and the changes of an epoch hang on seed and epoch alone, so that a resumed run is the same run.
    torch.manual_seed(recipe.seed * 10_007 + epoch)
    order = torch.randperm(len(films)).numpy()
    losses = []
    for start in range(0, len(order) - recipe.batch + 1, recipe.batch):
        chosen = np.sort(order[start : start + recipe.batch])
        images = torch.from_numpy(films[chosen].astype(np.float32)).unsqueeze(1)
        images = augment(images).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model(images)
        loss = F.cross_entropy(
            scores.float(), torch.from_numpy(labels[chosen]), label_smoothing=recipe.smoothing
        )
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        schedule.step()
        averaged.update(model, schedule.last_epoch)
        losses.append(loss.item())
    return float(np.mean(losses))


@torch.no_grad()
def predict(model: torch.nn.Module, films: np.ndarray, batch: int = 32) -> np.ndarray:
    """Logits in full precision, as the exported graph gives them."""
    parts = [
        model(torch.from_numpy(films[start : start + batch].astype(np.float32)).unsqueeze(1)).numpy()
        for start in range(0, len(films), batch)
    ]
    return np.concatenate(parts)


def save(folder, recipe, model, optimiser, schedule, averaged, epochs_done: int) -> None:
    state = {
        "recipe": asdict(recipe),
        "epochs_done": epochs_done,
        "model": model.state_dict(),
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
        "averaged": averaged.state,
    }
    part = folder / "checkpoint.part"
    torch.save(state, part)
    part.rename(folder / "checkpoint.pt")


def resume(folder, recipe, model, optimiser, schedule, averaged) -> int:
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path)
    if state["recipe"] != asdict(recipe):
        raise ValueError(f"{path} was made with another recipe; remove it or restore the recipe.")
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    averaged.state = state["averaged"]
    return state["epochs_done"]




def report(folder: Path, recipe: Recipe, epoch: int, loss: float, seconds: float) -> None:
    line = {"epoch": epoch + 1, "of": recipe.epochs, "loss": round(loss, 4), "seconds": round(seconds, 1)}
    with open(folder / "log.jsonl", "a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")
    left = seconds * (recipe.epochs - epoch - 1) / 60
    print(f"{folder.name}: epoch {epoch + 1}/{recipe.epochs} loss {loss:.4f}, {seconds:.0f} s, {left:.0f} min left", flush=True)
