"""The tables of models/README.md that hold the packs and studies against what was published, and on unseen sources."""

from config import MODELS
from markdown_table import read_json, read_metrics, table, with_interval

# What was published of the packs' own films: project, its words, accuracy.
PACK_CLAIMS = {
    "darkcovidnet-2": ("DarkCovidNet (muhammedtalo/COVID-19), 2 classes", 0.9808),
    "darkcovidnet-3": ("DarkCovidNet (muhammedtalo/COVID-19), 3 classes", 0.8702),
    "radiography-3": ("COVID-19 X-rays Detector, 3 classes of the Radiography Database", 0.97),
}

SHORT = {"COVID-19 sensitivity": "recall", "COVID-19 precision": "precision", "COVID-19 f1": "F1"}


def verdict(reached: bool) -> str:
    return "reached" if reached else "**not reached**"


def unseen_cell(found: dict | None) -> str:
    if found is None:
        return "not measured"
    return f"AUC {found['meanAuc']:.2f}, mean of {len(found['pairs'])} pairs of collections; worst {found['worstAuc']:.2f}"


def folds_cell(measured: dict | None, claimed: float) -> str:
    if measured is None:
        return "not measured"
    folds = [fold["accuracy"] for fold in measured["folds"]]
    mean = measured["meanAccuracyOfFolds"]
    said = f"{mean:.4f}, mean of {len(folds)} folds ({min(folds):.3f} to {max(folds):.3f})"
    return f"{said}; {verdict(mean >= claimed)}"


def pack_row(pack: str) -> list[str]:
    project, claimed = PACK_CLAIMS[pack]
    metrics = read_metrics(pack) or {}
    unseen = unseen_cell(metrics.get("unseenSources"))
    if "holdout" in metrics:
        by_image, seeds = metrics["holdoutByImage"]["figures"]["accuracy"], metrics["seeds"]
        patient = seeds["accuracy"]
        return [
            project,
            f"accuracy {claimed}",
            f"{with_interval(by_image)}; {verdict(by_image['value'] >= claimed)}",
            f"{patient['mean']:.3f}, mean of {len(seeds['seeds'])} seeds ({patient['least']:.3f} to {patient['most']:.3f})",
            unseen,
        ]
    splits = metrics.get("crossValidation", {})
    patient = splits.get("patient")
    return [
        project,
        f"accuracy {claimed}, mean of 5 folds",
        folds_cell(splits.get("image"), claimed),
        "not measured" if patient is None else f"{with_interval(patient['figures']['accuracy'])}, {len(patient['folds'])} folds",
        unseen,
    ]


def study_cell(measured: dict, names: list[str]) -> str:
    return ", ".join(f"{SHORT.get(name, name)} {with_interval(measured['figures'][name])}" for name in names)


def reached(figures: dict, claimed: dict[str, float]) -> bool:
    return all(
        figures[name]["value"] <= value if name == "loss" else figures[name]["value"] >= value
        for name, value in claimed.items()
    )


def study_row(study: dict) -> list[str]:
    claimed = study["claimed"]
    names = list(claimed) if claimed else ["accuracy"]
    image, patient = (study["splits"][split] for split in ("image", "patient"))
    verdict_of = f"; {verdict(reached(image['figures'], claimed))}" if claimed else ""
    return [
        study["project"],
        ", ".join(f"{SHORT.get(name, name)} {value}" for name, value in claimed.items()) or "accuracy, left blank",
        study_cell(image, names) + verdict_of,
        study_cell(patient, names),
        unseen_cell(study["unseenSources"]),
    ]


def studies() -> dict[str, dict]:
    found = read_json(MODELS / "claims.json") or {}
    return {name: study for name, study in found.items() if name != "schema"}


def projects_table() -> str:
    head = ["project", "published", "ours, by image", "ours, by patient and duplicate group", "ours, unseen sources"]
    return table(head, [pack_row(pack) for pack in PACK_CLAIMS] + [study_row(study) for study in studies().values()])


def unseen_entries() -> dict[str, dict]:
    packs = {pack: (read_metrics(pack) or {}).get("unseenSources") for pack in PACK_CLAIMS}
    return {
        **{pack: found for pack, found in packs.items() if found is not None},
        **{f"study {name}": study["unseenSources"] for name, study in studies().items()},
    }


def unseen_table() -> str:
    rows = [
        [
            name,
            source["title"],
            f"{source['films']} / {source['groups']}",
            "sensitivity" if source["covid"] else "specificity",
            with_interval(source["right"]["likeliest"]),
            with_interval(source["right"]["threshold"]),
        ]
        for name, found in unseen_entries().items()
        for source in found["sources"]
    ]
    return table(["model", "collection", "films / groups", "what", "as the likeliest label", "by the threshold"], rows)


def pairs_table() -> str:
    """A row for each model and collection of COVID-19, a column for each collection without."""
    entries = unseen_entries()
    negatives = list(dict.fromkeys(pair["negative"] for found in entries.values() for pair in found["pairs"]))
    rows = []
    for name, found in entries.items():
        for positive in dict.fromkeys(pair["positive"] for pair in found["pairs"]):
            aucs = {pair["negative"]: pair for pair in found["pairs"] if pair["positive"] == positive}
            cells = [with_interval(aucs[negative], 2) if negative in aucs else "" for negative in negatives]
            rows.append([name, positive, *cells])
    return table(["model", "COVID-19 of", *(f"against {negative}" for negative in negatives)], rows)


def study_audit_table() -> str:
    rows = [
        [name, change, with_interval(figures["accuracy"]), with_interval(figures["auc"])]
        for name, study in studies().items()
        for change, figures in study["audit"].items()
    ]
    return table(["study", "what the networks see", "accuracy", "AUC of COVID-19"], rows)


def studies_table() -> str:
    """What each study stands for, and the films on either side."""
    rows = [
        [name, study["differs"], ", ".join(f"{count} {label}" for label, count in study["splits"]["patient"]["filmsByLabel"].items())]
        for name, study in studies().items()
    ]
    return table(["study", "how it differs", "films tested"], rows)
