"""Renders the first frame of files with pydicom alone: the reference of the side-by-side tests.

Reads paths from standard input, a line each; writes <line number>.raw (8 bits a sample) to the folder that is its argument, and for
each a line of "number, width, height, samples" to standard output. Passes over what pydicom has no function for.
"""
import os
import sys
import warnings

import numpy as np
import pydicom
from pydicom.pixel_data_handlers.util import apply_color_lut, apply_modality_lut, apply_voi_lut, convert_color_space

warnings.simplefilter("ignore")
pydicom.config.logger.disabled = True


def frame_of(ds):
    pixels = ds.pixel_array
    return pixels[0] if int(ds.get("NumberOfFrames") or 1) > 1 else pixels


def grey(ds, frame):
    values = apply_modality_lut(frame, ds)
    if "VOILUTSequence" in ds:
        top = 2 ** ds.VOILUTSequence[0].LUTDescriptor[2] - 1
        bottom = 0
    elif ds.get("WindowCenter") is not None:
        bottom, top = 0, 2 ** ds.BitsStored - 1
        if ds.PixelRepresentation:
            bottom, top = -(2 ** (ds.BitsStored - 1)), 2 ** (ds.BitsStored - 1) - 1
        if "ModalityLUTSequence" in ds:
            bottom, top = 0, 2 ** ds.ModalityLUTSequence[0].LUTDescriptor[2] - 1
        elif ds.get("RescaleSlope") is not None and ds.get("RescaleIntercept") is not None:
            bottom, top = (bound * ds.RescaleSlope + ds.RescaleIntercept for bound in (bottom, top))
    else:
        return None
    shown = apply_voi_lut(values, ds).astype("float64")
    picture = (shown - float(bottom)) / (float(top) - float(bottom)) * 255
    return 255 - picture if ds.PhotometricInterpretation == "MONOCHROME1" else picture


def to_bytes(samples):
    return samples * (255 / np.iinfo(samples.dtype).max)


def colour(ds, frame):
    kind = ds.PhotometricInterpretation
    if kind == "PALETTE COLOR":
        picture = apply_color_lut(frame, ds)
        return to_bytes(picture)
    if ds.file_meta.TransferSyntaxUID.is_compressed and kind != "RGB":
        return None
    if kind.startswith("YBR_FULL"):
        frame = convert_color_space(frame, kind, "RGB")
    elif kind != "RGB":
        return None
    return to_bytes(frame)


def render(number, path):
    ds = pydicom.dcmread(path, force=True)
    frame = frame_of(ds)
    if frame.dtype.kind == "f":
        return
    picture = grey(ds, frame) if ds.PhotometricInterpretation.startswith("MONOCHROME") else colour(ds, frame)
    if picture is None:
        return
    samples = 3 if picture.ndim == 3 else 1
    np.clip(np.rint(picture), 0, 255).astype("uint8").tofile(os.path.join(sys.argv[1], f"{number}.raw"))
    print(number, picture.shape[1], picture.shape[0], samples, sep="\t", flush=True)


# A process a file: what decodes in it may crash.
for number, line in enumerate(sys.stdin):
    child = os.fork()
    if child == 0:
        try:
            render(number, line.rstrip("\n"))
        except Exception:
            pass
        os._exit(0)
    os.waitpid(child, 0)
