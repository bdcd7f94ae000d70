"""Writes model.onnx: opset 17, IR version 8, any number of films, and who the model is in metadata_props."""

import io
import warnings
from pathlib import Path

import onnx
import torch

OPSET = 17


def trace(model: torch.nn.Module, outputs: tuple[str, ...], height: int, width: int) -> onnx.ModelProto:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        # The tracer remarks on every shape that it takes for a constant; only N varies, and tests vary it.
        # The exporter remarks on constants that it does not fold or follow; the runtime does both.
        warnings.simplefilter("ignore", torch.jit.TracerWarning)
        warnings.filterwarnings("ignore", "Constant folding|The shape inference of prim::Constant", UserWarning)
        torch.onnx.export(
            model,
            torch.rand(2, 1, height, width),
            buffer,
            opset_version=OPSET,
            input_names=["image"],
            output_names=list(outputs),
            dynamic_axes={name: {0: "films"} for name in ("image", *outputs)},
        )
    return onnx.load_from_string(buffer.getvalue())


def check(graph: onnx.ModelProto) -> None:
    onnx.checker.check_model(graph, full_check=True)
    domains = {entry.domain: entry.version for entry in graph.opset_import}
    if domains != {"": OPSET} or any(node.domain for node in graph.graph.node):
        raise ValueError(f"The graph uses {domains}; only the standard operators of opset {OPSET} are allowed.")
    if graph.ir_version != 8:
        raise ValueError(f"The graph has IR version {graph.ir_version}; the app's runtime is held to 8.")


def write_onnx(model: torch.nn.Module, outputs: tuple[str, ...], card: dict, properties: dict[str, str], path: Path) -> None:
    graph = trace(model, outputs, card["input"]["height"], card["input"]["width"])
    graph.producer_name, graph.producer_version, graph.doc_string = "hilum", card["version"], card["name"]
    onnx.helper.set_model_props(graph, {"id": card["id"], "version": card["version"], **properties})
    check(graph)
    path.write_bytes(graph.SerializeToString())
