"""Reads four header tags of all files of a folder with pydicom, as fast as its options allow; one CSV line a file.

usage: pydicom_scan.py FOLDER PROCESSES
"""
import csv
import multiprocessing
import os
import sys

import pydicom

TAGS = ["PatientID", "Modality", "StudyDate", "SeriesInstanceUID"]


def files(folder):
    for root, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(root, name)


def read(path):
    dataset = pydicom.dcmread(path, stop_before_pixels=True, specific_tags=TAGS)
    return [path] + [dataset.get(tag, "") for tag in TAGS]


def main():
    folder, processes = sys.argv[1], int(sys.argv[2])
    out = csv.writer(sys.stdout)
    if processes == 1:
        out.writerows(map(read, files(folder)))
        return
    with multiprocessing.Pool(processes) as pool:
        out.writerows(pool.imap(read, files(folder), chunksize=100))


if __name__ == "__main__":
    main()
