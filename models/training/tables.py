"""Writes the tables of models/README.md from the packs' metrics.json: `python3 tables.py`."""

import re

from config import MODELS, RECIPES
from markdown_table import read_metrics, table, with_interval
from tables_claims import pairs_table, projects_table, studies_table, study_audit_table, unseen_table
from tables_hilum import left_out_by_source_table, left_out_pairs_table, left_out_sources_table, left_out_table

README = MODELS / "README.md"
MARK = re.compile(r"(<!-- begin (\w+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)


def measured_splits() -> list[tuple[str, str, dict]]:
    """(pack, split's name, what was measured) for all that there is."""
    found = []
    for pack in RECIPES:
        metrics = read_metrics(pack)
        if metrics is None:
            continue
        if "holdout" in metrics:
            found.append((pack, "hold-out by image", metrics["holdoutByImage"]))
            found.append((pack, "hold-out by patient and duplicate group", metrics["holdout"]))
        found += [(pack, entry["split"], entry) for entry in metrics.get("crossValidation", {}).values()]
    hilum = read_metrics("hilum")
    return found if hilum is None else [*found, ("hilum", "patients of all sources left out", hilum["patientsLeftOut"])]


def accuracy_table() -> str:
    rows = [
        [
            pack,
            split,
            str(measured["films"]),
            with_interval(measured["figures"]["accuracy"]),
            f"{measured['loss']['before']:.3f} / {measured['loss']['after']:.3f}",
            f"{measured['calibrationError']['before']:.3f} / {measured['calibrationError']['after']:.3f}",
        ]
        for pack, split, measured in measured_splits()
    ]
    return table(["pack", "split", "films", "accuracy", "loss *", "calibration error *"], rows)


def class_table() -> str:
    names = ["sensitivity", "specificity", "precision", "f1", "auc"]
    rows = [
        [pack, split, label, *(with_interval(measured["figures"][f"{label} {name}"]) for name in names)]
        for pack, split, measured in measured_splits()
        for label in measured["filmsByLabel"]
    ]
    return table(["pack", "split", "label", *names], rows)


def confusion_table() -> str:
    rows = [
        [pack, split, label, str(measured["filmsByLabel"][label]), ", ".join(map(str, measured["confusion"][number]))]
        for pack, split, measured in measured_splits()
        for number, label in enumerate(measured["filmsByLabel"])
    ]
    return table(["pack", "split", "true label", "films", "called (in the order of the pack's labels)"], rows)


def seeds_table() -> str:
    """Of packs that were trained with several seeds: accuracy, loss and each label's AUC."""
    rows = []
    for pack in RECIPES:
        seeds = (read_metrics(pack) or {}).get("seeds")
        if seeds is None:
            continue
        names = ["accuracy", "loss", *(name for name in seeds if name.endswith((" auc", " sensitivity")))]
        rows += [[pack, name, *(f"{seeds[name][key]:.3f}" for key in ("mean", "least", "most"))] for name in names]
    return table(["pack", "figure", "mean of three seeds", "least", "most"], rows)


def lungs_table() -> str:
    metrics = read_metrics("lungs")
    rows = [
        [
            measured["convention"],
            str(measured["films"]),
            with_interval(measured["figures"]["dice"]),
            f"{measured['medianDice']:.3f}",
            str(measured["filmsUnderDice0.9"]),
            with_interval(measured["figures"]["boxOverlap"]),
        ]
        for measured in (metrics["heldOut"] if metrics is not None else [])
    ]
    return table(["masks", "films", "Dice, mean", "Dice, median", "films under 0.9", "box, overlap"], rows)


def parity_table() -> str:
    rows = []
    for pack in (*RECIPES, "hilum"):
        metrics = read_metrics(pack)
        if metrics is not None:
            parity = metrics["parity"]
            rows.append(
                [
                    pack,
                    str(parity["films"]),
                    f"{parity['gradcamDifferenceOfScale']:.1e}",
                    f"{parity['gradcamCorrelation']:.6f}",
                    f"{parity['hiresmapDifference']:.1e}",
                ]
            )
    head = ["pack", "films", "Grad-CAM, worst difference of its scale", "correlation", "HiResCAM, sum + bias − logit"]
    return table(head, rows)


def audit_table() -> str:
    rows = []
    for pack in (*RECIPES, "hilum"):
        audit = (read_metrics(pack) or {}).get("shortcutAudit")
        if audit is None:
            continue
        rows += [
            [pack, f"{name} ({audit['films']} films)", with_interval(found["accuracy"]), with_interval(found["auc"])]
            for name, found in audit["changes"].items()
        ]
        rows.append([pack, "the commonest label, always", f"{audit['commonestLabel']:.3f}", "0.500"])
    return table(["pack", "what the network sees", "accuracy", "AUC of COVID-19"], rows)


TABLES = {
    "accuracy": accuracy_table,
    "classes": class_table,
    "confusion": confusion_table,
    "seeds": seeds_table,
    "lungs": lungs_table,
    "audit": audit_table,
    "parity": parity_table,
    "projects": projects_table,
    "studies": studies_table,
    "unseen": unseen_table,
    "pairs": pairs_table,
    "studyaudit": study_audit_table,
    "leftout": left_out_table,
    "leftoutbysource": left_out_by_source_table,
    "leftoutpairs": left_out_pairs_table,
    "leftoutsources": left_out_sources_table,
}


def with_tables(text: str) -> str:
    return MARK.sub(lambda mark: mark[1] + TABLES[mark[2]]() + mark[3], text)


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
