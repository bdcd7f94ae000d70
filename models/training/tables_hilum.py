"""The tables of models/README.md about the pack `hilum`."""

from markdown_table import read_metrics, table, with_interval


def studies() -> dict[str, dict]:
    return (read_metrics("hilum") or {}).get("sourcesLeftOut", {})


def left_out_table() -> str:
    rows = [
        [
            study,
            ", ".join(found["leftOut"]),
            str(found["trainedOn"]),
            with_interval(found["meanAuc"]),
            worst(found["bySource"]),
            f"{found['worstAuc']:.3f}",
        ]
        for study, found in studies().items()
    ]
    head = ["study", "left out, besides bimcv", "films trained on", "mean AUC of COVID-19"]
    return table([*head, "worst source", "worst pair"], rows)


def worst(sources: list[dict]) -> str:
    least = min(sources, key=lambda source: source["value"])
    return f"{least['value']:.3f} {least['source']}"


def left_out_by_source_table() -> str:
    rows = [
        [study, source["source"], str(source["pairs"]), with_interval(source)]
        for study, found in studies().items()
        for source in found["bySource"]
    ]
    return table(["study", "source", "pairs", "mean AUC of COVID-19"], rows)


def left_out_pairs_table() -> str:
    rows = [
        [study, pair["of"], pair["positive"], pair["negative"], " / ".join(map(str, pair["films"])), with_interval(pair)]
        for study, found in studies().items()
        for pair in found["pairs"]
    ]
    return table(["study", "AUC of", "positive", "negative", "films", "AUC"], rows)


def left_out_sources_table() -> str:
    rows = [
        [
            study,
            source["source"],
            source["label"],
            str(source["films"]),
            ", ".join(f"{share:.2f}" for share in source["called"].values()),
            f"{source['covidAtThreshold']:.2f}",
        ]
        for study, found in studies().items()
        for source in found["sources"]
    ]
    head = ["study", "source", "true label", "films", "called COVID-19, other, no finding", "over COVID-19's threshold"]
    return table(head, rows)
