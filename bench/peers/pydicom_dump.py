"""Writes all elements before the pixel data of all files of a folder with pydicom, those in sequences too; a line each.

usage: pydicom_dump.py FOLDER
"""
import os
import sys

import pydicom


def text(element):
    if element.VR == "SQ":
        return f"{len(element.value)} items"
    return element.value.hex() if isinstance(element.value, bytes) else str(element.value)


def main():
    for root, _, names in os.walk(sys.argv[1]):
        for name in names:
            dataset = pydicom.dcmread(os.path.join(root, name), stop_before_pixels=True)
            for part in (dataset.file_meta, dataset):
                for element in part.iterall():
                    tag = element.tag
                    print(f"({tag.group:04x},{tag.element:04x}) {element.VR} {text(element)}")


if __name__ == "__main__":
    main()
