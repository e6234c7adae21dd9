"""Writes every frame of grey, unsigned DICOM files as PNG with pydicom and Pillow, shown by the file's first window.

usage: pydicom_export.py PATH FOLDER PROCESSES

PATH: a file, or a folder of files. Pictures are called FILE.png, or of a file of many frames FILE_NNN.png.
"""
import multiprocessing
import os
import sys

import pydicom
from PIL import Image
from pydicom.pixel_data_handlers.util import apply_modality_lut, apply_voi_lut

SOURCE, FOLDER, PROCESSES = sys.argv[1], sys.argv[2], int(sys.argv[3])
opened = {}


def read(path):
    """The file and its pixels, which stay for the next frame of it."""
    if path not in opened:
        opened.clear()
        dataset = pydicom.dcmread(path)
        opened[path] = dataset, dataset.pixel_array
    return opened[path]


def export(picture):
    path, frame = picture
    dataset, pixels = read(path)
    shown = apply_voi_lut(apply_modality_lut(pixels if frame is None else pixels[frame], dataset), dataset)

    # Windowing gives values over the range that the data could have.
    lowest = float(dataset.RescaleIntercept)
    highest = lowest + (2**dataset.BitsStored - 1) * float(dataset.RescaleSlope)
    grey = ((shown - lowest) * (255 / (highest - lowest)) + 0.5).astype("uint8")
    name = os.path.splitext(os.path.basename(path))[0] + ("" if frame is None else f"_{frame + 1:03}")
    Image.fromarray(grey).save(os.path.join(FOLDER, name + ".png"))


def pictures():
    paths = [SOURCE] if os.path.isfile(SOURCE) else [entry.path for entry in os.scandir(SOURCE)]
    for path in paths:
        frames = int(pydicom.dcmread(path, stop_before_pixels=True, specific_tags=["NumberOfFrames"]).get("NumberOfFrames", 1))
        yield from [(path, None)] if frames == 1 else ((path, frame) for frame in range(frames))


def main():
    if PROCESSES == 1:
        for picture in pictures():
            export(picture)
        return
    with multiprocessing.Pool(PROCESSES) as pool:
        for _ in pool.imap(export, pictures(), chunksize=10):
            pass


if __name__ == "__main__":
    main()
