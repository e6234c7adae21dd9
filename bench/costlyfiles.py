"""Hostile DICOM files, made by hand: small files that try to cost far more than their bytes. STRUCTURES has, for each structure, a function that makes
a file of about the given number of bytes, of which the structure is nearly all. bench/costly.py measures them.
usage: bench/costlyfiles.py STRUCTURE BYTES PATH"""
import random, struct, sys, zlib
from collections import namedtuple

IMPLICIT, EXPLICIT, DEFLATED = '1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.1.99'
BASELINE, EXTENDED, LOSSLESS, JPEG_LS = '1.2.840.10008.1.2.4.50', '1.2.840.10008.1.2.4.51', '1.2.840.10008.1.2.4.70', '1.2.840.10008.1.2.4.80'
JPEG_2000, HTJ2K, RLE, DEFLATED_FRAMES = '1.2.840.10008.1.2.4.90', '1.2.840.10008.1.2.4.201', '1.2.840.10008.1.2.5', '1.2.840.10008.1.2.8.1'
CT, ENHANCED_CT, REPORT = '1.2.840.10008.5.1.4.1.1.2', '1.2.840.10008.5.1.4.1.1.2.1', '1.2.840.10008.5.1.4.1.1.88.33'
WAVEFORM, DIRECTORY = '1.2.840.10008.5.1.4.1.1.9.1.1', '1.2.840.10008.1.3.10'
LONG = {'OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV'}
UNDEFINED = 0xFFFFFFFF
CONTENT, PIXELS = 0x0040A730, 0x7FE00010

# The bytes of a file are made by `make` from a size; `frames` are those that are exported, None for all.
Structure = namedtuple('Structure', 'make frames options', defaults=(None, ()))
STRUCTURES = {}


def named(name, make, frames='1', options=()):
    """Adds a structure. Unless it is about many frames, only the first is exported: each picture is a file."""
    STRUCTURES[name] = Structure(make, frames, options)


# Elements

def head(tag, vr, length, implicit=False):
    key = struct.pack('<HH', tag >> 16, tag & 0xFFFF)
    if implicit:
        return key + struct.pack('<I', length)
    return key + vr.encode() + (struct.pack('<HI', 0, length) if vr in LONG else struct.pack('<H', length))


def even(value):
    return value if len(value) % 2 == 0 else value + b' '


def el(tag, vr, value=b'', implicit=False):
    if isinstance(value, str):
        value = value.encode()
    elif isinstance(value, int):
        value = struct.pack('<H', value)
    value = even(value)
    return head(tag, vr, len(value), implicit) + value


def item(content=b'', defined=False):
    return b'\xfe\xff\x00\xe0' + (struct.pack('<I', len(content)) + content if defined else b'\xff\xff\xff\xff' + content + ITEM_END)


ITEM_END, SEQUENCE_END, EMPTY_ITEM = b'\xfe\xff\x0d\xe0\0\0\0\0', b'\xfe\xff\xdd\xe0\0\0\0\0', b'\xfe\xff\x00\xe0\0\0\0\0'


def seq(tag, *items, vr='SQ', implicit=False):
    return head(tag, vr, UNDEFINED, implicit) + b''.join(items) + SEQUENCE_END


def fragments(frames, table=b''):
    return head(PIXELS, 'OB', UNDEFINED) + b''.join(b'\xfe\xff\x00\xe0' + struct.pack('<I', len(f)) + f for f in [table, *frames]) + SEQUENCE_END


def times(size, part):
    """The part as often as it fits."""
    return part * max(1, size // len(part))


def many(size, make):
    """What make gives for 0, 1, 2 ... until the size is reached."""
    parts, length = [], 0
    while length < size:
        parts.append(make(len(parts)))
        length += len(parts[-1])
    return parts


# Files

def patient(kind=CT, implicit=False):
    values = [(0x00080016, 'UI', kind), (0x00080018, 'UI', '1.2.3.4.5'), (0x00080020, 'DA', '20200102'), (0x00080060, 'CS', 'CT'),
              (0x00100010, 'PN', 'Doe^Jane'), (0x00100020, 'LO', '4711'), (0x0020000D, 'UI', '1.2.3.4'), (0x0020000E, 'UI', '1.2.3.4.1')]
    return {tag: el(tag, vr, value + ('\0' if vr == 'UI' and len(value) % 2 else ''), implicit) for tag, vr, value in values}


def image(rows=1, columns=1, bits=8, frames=1, colors=1, interpretation='MONOCHROME2', kind=CT, implicit=False):
    values = [(0x00280002, 'US', colors), (0x00280004, 'CS', interpretation), (0x00280008, 'IS', str(frames)), (0x00280010, 'US', rows),
              (0x00280011, 'US', columns), (0x00280100, 'US', 8 if bits <= 8 else 16), (0x00280101, 'US', bits), (0x00280102, 'US', bits - 1), (0x00280103, 'US', 0)]
    if colors > 1:
        values.append((0x00280006, 'US', 0))
    return {**patient(kind, implicit), **{tag: el(tag, vr, value, implicit) for tag, vr, value in values}}


def pixels(count, implicit=False):
    return {PIXELS: el(PIXELS, 'OB' if not implicit else 'OW', bytes(count + count % 2), implicit)}


def file(elements, syntax=EXPLICIT, after=b''):
    """A file of elements by their tags, and bytes after them."""
    data = b''.join(elements[tag] for tag in sorted(elements)) + after
    if syntax == DEFLATED:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        data = deflate.compress(data) + deflate.flush()
        data += b'\0' * (len(data) % 2)
    meta = b''.join([el(0x00020001, 'OB', b'\0\1'), el(0x00020002, 'UI', CT + '\0'), el(0x00020003, 'UI', '1.2.3.4.5\0'),
                     el(0x00020010, 'UI', syntax + ('\0' if len(syntax) % 2 else '')), el(0x00020012, 'UI', '1.2.3\0')])
    return bytes(128) + b'DICM' + el(0x00020000, 'UL', struct.pack('<I', len(meta))) + meta + data


def extra(tag, content, syntax=EXPLICIT, base=None):
    """A file with one large element."""
    return file({**(base or image()), **({} if base else pixels(1, syntax == IMPLICIT)), tag: content}, syntax)


# Fragments and frames

def unmatched(size, fragment, difference=-1, table=None, syntax=BASELINE, extended=None):
    count = size // (8 + len(fragment) + (4 if table else 0) + (16 if extended else 0))
    elements = image(8, 8, frames=max(1, count + difference))
    if extended:
        elements[0x7FE00001] = el(0x7FE00001, 'OV', b''.join(struct.pack('<Q', extended(i, count, len(fragment))) for i in range(count)))
        elements[0x7FE00002] = el(0x7FE00002, 'OV', b''.join(struct.pack('<Q', len(fragment)) for i in range(count)))
    offsets = b''.join(struct.pack('<I', table(i, count, 8 + len(fragment))) for i in range(count)) if table else b''
    elements[PIXELS] = fragments([fragment] * count, offsets)
    return file(elements, syntax)


SHORT, JPEG_START, JPEG_END = b'\1\2\3\4\5\6', b'\xff\xd8\xff\xe0\0\2', b'\1\2\3\4\xff\xd9'
named('fragments: more than frames', lambda n: unmatched(n, SHORT))
named('fragments: fewer than frames', lambda n: unmatched(n, SHORT, 1000))
named('fragments: half the frames, all start as JPEG', lambda n: unmatched(n, JPEG_START, -(n // 28)))
named('fragments: half the frames, all end as JPEG', lambda n: unmatched(n, JPEG_END, -(n // 28)))
named('fragments: one for each frame', lambda n: unmatched(n, SHORT, 0), frames='1..100')
named('fragments: empty, billions of frames', lambda n: unmatched(n, b'', 2_000_000_000))
named('fragments: empty, more than frames', lambda n: unmatched(n, b''))
named('fragments: table in order', lambda n: unmatched(n, SHORT, 0, lambda i, count, length: i * length), frames='1..100')
named('fragments: table descending', lambda n: unmatched(n, SHORT, 0, lambda i, count, length: (count - i) * length))
named('fragments: table of zeros', lambda n: unmatched(n, SHORT, 0, lambda i, count, length: 0))
named('fragments: table between fragments', lambda n: unmatched(n, SHORT, 0, lambda i, count, length: i * length + 1))
named('fragments: table of extended offsets', lambda n: unmatched(n, SHORT, 0, extended=lambda i, count, length: i * (8 + length)), frames='1..100')
named('fragments: extended offsets of the last', lambda n: unmatched(n, SHORT, 0, extended=lambda i, count, length: (count - 1) * (8 + length)))
named('fragments: extended offsets of nothing', lambda n: unmatched(n, SHORT, -1, extended=lambda i, count, length: 1 << 60))
named('frames: table only, no fragments', lambda n: file({**image(8, 8, frames=n // 4), PIXELS: fragments([], bytes(n // 4 * 4))}, BASELINE))
named('frames: two billion native', lambda n: file({**image(frames=2_000_000_000), **pixels(n)}))
named('frames: native of one pixel', lambda n: file({**image(frames=n // 20), **pixels(n // 20)}), frames='1..100')
named('frames: native of one bit', lambda n: file({**image(bits=1, frames=n // 20), 0x00280100: el(0x00280100, 'US', 1), **pixels(n // 160)}), frames='1..100')
named('frames: deflated', lambda n: deflated_frames(n), frames='1')


def deflated_frames(size):
    frame = zlib.compressobj(9, zlib.DEFLATED, -15)
    frame = frame.compress(bytes(1 << 20)) + frame.flush()
    frame += b'\0' * (len(frame) % 2)
    count = max(1, size // (len(frame) + 8) // 20)
    return file({**image(1024, 1024, frames=count), PIXELS: fragments([frame] * count)}, DEFLATED_FRAMES)


# Deflated data sets: the size is that of the deflated bytes

def deflated(size, part, start=b'', end=b''):
    return file(patient(), DEFLATED, after=start + times(min(size * 200, 1 << 27), part) + end)


named('deflated: empty items', lambda n: deflated(n, EMPTY_ITEM, head(CONTENT, 'SQ', UNDEFINED)))
named('deflated: empty elements', lambda n: deflated(n, el(0x00091001, 'LO')))
named('deflated: empty fragments', lambda n: deflated(n, EMPTY_ITEM, head(PIXELS, 'OB', UNDEFINED)))
named('deflated: zeros in a value', lambda n: file({**patient(), PIXELS: el(PIXELS, 'OB', bytes(min(n * 200, 1 << 27)))}, DEFLATED))
named('deflated: zeros between elements', lambda n: file(patient(), DEFLATED, after=bytes(min(n * 200, 1 << 27))))
named('deflated: nested', lambda n: deflated(n, head(CONTENT, 'SQ', UNDEFINED) + b'\xfe\xff\x00\xe0\xff\xff\xff\xff'))


# Nesting

def nested(depth, inner, tag=CONTENT, vr='SQ', implicit=False, defined=False, each=b''):
    content = inner
    if not defined:
        start = head(tag, vr, UNDEFINED, implicit) + b'\xfe\xff\x00\xe0\xff\xff\xff\xff' + each
        return start * depth + inner + (ITEM_END + SEQUENCE_END) * depth
    for _ in range(depth):
        content = each + content
        content = head(tag, vr, len(content) + 8, implicit) + item(content, True)
    return content


LABEL = el(0x00080060, 'CS')
for depth in (20, 510):
    named(f'nested {depth} deep: elements in the last', lambda n, depth=depth: extra(CONTENT, nested(depth, times(n, LABEL))))
named('nested 510 deep: text in the last', lambda n: extra(CONTENT, nested(510, times(n, el(0x00104000, 'LT', 'Doe^Jane 4711')))))
named('nested 510 deep: items in the last', lambda n: extra(CONTENT, nested(510, seq(CONTENT, times(n, EMPTY_ITEM)))))
named('nested 510 deep: elements at each level', lambda n: extra(CONTENT, nested(510, b'', each=times(n // 510, LABEL))))
named('nested 510 deep: many branches', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(nested(509, LABEL))))))
named('nested 510 deep: defined lengths, many branches', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(nested(509, LABEL, defined=True), True)))))
named('nested 510 deep: defined lengths, elements in the last', lambda n: extra(CONTENT, nested(510, times(n, LABEL), defined=True)))
named('nested without end', lambda n: extra(CONTENT, times(n, head(CONTENT, 'SQ', UNDEFINED) + b'\xfe\xff\x00\xe0\xff\xff\xff\xff')))
named('nested: a tree of two branches', lambda n: extra(CONTENT, tree(n)))


def tree(size):
    part = LABEL
    while len(part) < size // 2:
        part = seq(CONTENT, item(part), item(part))
    return part


ILABEL = el(0x00080060, 'CS', implicit=True)
named('UN nested: undefined lengths', lambda n: extra(0x00091010, nested(510, times(n, ILABEL), 0x00091010, 'UN')))
named('UN nested: defined lengths of a known sequence', lambda n: extra(CONTENT, un_nested(n, CONTENT)))
named('UN nested: defined lengths of a private sequence', lambda n: extra(0x00091010, un_nested(n, 0x00091010)))
named('UN nested: explicit in each', lambda n: extra(CONTENT, nested(510, times(n, LABEL), CONTENT, 'UN', defined=True)))
named('UN: many short known sequences', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(head(CONTENT, 'UN', 24) + item(times(16, ILABEL), True))))))
named('UN: many long values', lambda n: extra(0x00091010, b''.join(many(n, lambda i: el(0x00091010 + (i << 17), 'UN', b'\xfe\xff\x00\xe0' * 16)))))


def un_nested(size, tag):
    content = times(size, ILABEL)
    for level in range(510):
        content = head(tag, 'UN', len(content) + 8, implicit=level < 509) + item(content, True)
    return content


named('implicit items in explicit', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(times(32, ILABEL))))))
named('implicit items in explicit, nested', lambda n: extra(CONTENT, nested(254, nested(255, times(n, ILABEL), implicit=True))))
named('explicit items in implicit', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(times(32, LABEL))), implicit=True), IMPLICIT, {**patient(implicit=True)}))
named('explicit and implicit elements in turns', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(LABEL + ILABEL)))))
named('explicit and implicit items in turns', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(LABEL) + item(ILABEL)))))


# Wrong lengths and delimiters

def wrong(size, length, part=LABEL * 4):
    return extra(CONTENT, seq(CONTENT, times(size, b'\xfe\xff\x00\xe0' + struct.pack('<I', length) + part)))


named('lengths of items: too short', lambda n: wrong(n, 20))
named('lengths of items: odd', lambda n: wrong(n, 31))
named('lengths of items: over the next', lambda n: wrong(n, 80))
named('lengths of items: to the end', lambda n: wrong(n, n // 2))
named('lengths of items: over the end', lambda n: wrong(n, 0x7FFFFFFF))
named('lengths of sequences: too short', lambda n: file(image(), after=times(n, head(CONTENT, 'SQ', 12) + item(LABEL * 2, True))))
named('lengths of sequences: over the next', lambda n: file(image(), after=times(n, head(CONTENT, 'SQ', 90) + item(LABEL * 2, True))))
named('lengths of sequences: to the end', lambda n: file(image(), after=times(n, head(CONTENT, 'SQ', n // 2) + item(LABEL * 2, True))))
named('lengths of sequences: over the end', lambda n: file(image(), after=times(n, head(CONTENT, 'SQ', 0x7FFFFFFF) + item(LABEL * 2, True))))
named('lengths of nested sequences: all over the end', lambda n: extra(CONTENT, times(n, head(CONTENT, 'SQ', 0x7FFFFFFF) + b'\xfe\xff\x00\xe0\xff\xff\xff\x7f' + LABEL)))
named('lengths of elements: over the item', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(LABEL + head(0x00081030, 'LO', 40) + b'abcd', True)))))
named('lengths of elements: over the end', lambda n: file(image(), after=times(n, head(0x00104000, 'LT', 0xFFF0) + b'abcd')))
named('lengths of elements: undefined', lambda n: file(image(), after=times(n, head(0x00420010, 'UT', UNDEFINED) + b'abcd')))
named('delimiters: missing of items', lambda n: extra(CONTENT, seq(CONTENT, times(n, b'\xfe\xff\x00\xe0\xff\xff\xff\xff' + LABEL))))
named('delimiters: missing of sequences', lambda n: file(image(), after=times(n, head(CONTENT, 'SQ', UNDEFINED) + item(LABEL))))
named('delimiters: stray of items', lambda n: file(image(), after=times(n, ITEM_END)))
named('delimiters: stray of sequences', lambda n: file(image(), after=times(n, SEQUENCE_END + LABEL)))
named('delimiters: stray items', lambda n: file(image(), after=times(n, EMPTY_ITEM)))
named('delimiters: with lengths', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(LABEL)[:-4] + b'\4\0\0\0'))))
named('delimiters: of sequences in items', lambda n: extra(CONTENT, seq(CONTENT, times(n, b'\xfe\xff\x00\xe0\xff\xff\xff\xff' + LABEL + SEQUENCE_END))))
named('zeros between elements', lambda n: file(image(), after=times(n, LABEL + bytes(8))))
named('zeros between elements: odd', lambda n: file(image(), after=times(n, LABEL + bytes(7))))
named('zeros between elements: one run', lambda n: file(image(), after=bytes(n) + LABEL))
named('zeros between items', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(LABEL) + bytes(8)))))
named('bytes of 0xFF', lambda n: file(image(), after=b'\xff' * n))
named('random bytes', lambda n: file(image(), after=noise(n)))
named('random bytes in items', lambda n: extra(CONTENT, seq(CONTENT, *many(n, lambda i: item(noise(64, i), True)))))
named('no prefix, random bytes', lambda n: noise(n))


def noise(size, seed=1):
    return random.Random(seed).randbytes(size)


# Order, duplicates, private elements

named('duplicates: Patient ID', lambda n: file({**image(), **pixels(1), 0x00100020: b''.join(many(n, lambda i: el(0x00100020, 'LO', f'{i:08}')))}))
named('duplicates: windows', lambda n: file({**image(), **pixels(1), 0x00281050: times(n, el(0x00281050, 'DS', '40') + el(0x00281051, 'DS', '80'))}))
named('duplicates: sequences', lambda n: extra(0x00081140, times(n, seq(0x00081140, item(LABEL)))))
named('duplicates: functional groups', lambda n: extra(0x52009230, times(n, seq(0x52009230, item(seq(0x00289132, item(el(0x00281050, 'DS', '40'))))))))
named('duplicates: pixel data', lambda n: file({**image(), PIXELS: times(n, el(PIXELS, 'OB', b'\0\0'))}))
named('duplicates: pixel data of fragments', lambda n: file({**image(8, 8), PIXELS: times(n, fragments([SHORT]))}, BASELINE))
named('duplicates: character sets', lambda n: file({**image(), **pixels(1), 0x00080005: times(n, el(0x00080005, 'CS', 'ISO_IR 100'))}))
named('descending tags', lambda n: file({**image(), **pixels(1), 0x00200000: b''.join(reversed(many(n, lambda i: el(0x00210010 + (i % 0x7000) * 0x20002, 'LO', 'a'))))}))
named('descending tags in items', lambda n: extra(CONTENT, seq(CONTENT, *many(n, lambda i: item(b''.join(el(0x00210010 + (255 - j) * 0x20002, 'LO', 'a') for j in range(255)))))))
named('unknown elements of one group', lambda n: extra(0x00430100, b''.join(many(n, lambda i: el(0x00440001 + i % 0xF000, 'LO', 'a')))))
named('group lengths', lambda n: file({**image(), **pixels(1), 0x00300000: b''.join(many(n, lambda i: el((0x0032 + 2 * (i % 0x3FFF)) << 16, 'UL', b'\4\0\0\0')))}))


def private(size, creators, per_block, nested_in_items=False):
    def group(i):
        tag = (0x0009 + 2 * (i % 0x3F00)) << 16
        blocks = b''.join(el(tag + 0x10 + block, 'LO', f'ACME {block}') for block in range(creators))
        return blocks + b''.join(el(tag + ((0x10 + block) << 8) + e, 'LO', 'a') for block in range(max(creators, 240 if creators == 0 else 0)) for e in range(per_block))
    if nested_in_items:
        return extra(CONTENT, seq(CONTENT, *(item(group(i)) for i in range(max(1, size // len(group(0)))))))
    return extra(0x00090000, b''.join(many(size, group)))


named('private: blocks without creators', lambda n: private(n, 0, 8))
named('private: one element for each of 240 creators', lambda n: private(n, 240, 1))
named('private: 200 elements for each of 240 creators', lambda n: private(n, 240, 200))
named('private: 240 creators in each item', lambda n: private(n, 240, 1, True))
named('private: elements without creators in each item', lambda n: private(n, 0, 8, True))
named('private: creators alone', lambda n: private(n, 240, 0))
named('private: one creator of 60 KB', lambda n: extra(0x00090010, el(0x00090010, 'LO', b'A' * 60000) + b''.join(many(n - 60000, lambda i: el(0x00091001 + i % 250, 'LO', 'a')))))
named('private: the same creator 60,000 bytes in each item', lambda n: extra(CONTENT, seq(CONTENT, *many(n, lambda i: item(el(0x00090010, 'LO', b'A' * 60000) + b''.join(el(0x00091001 + j, 'LO', 'a') for j in range(250)))))))


# Character sets and values

def charsets(terms):
    return el(0x00080005, 'CS', '\\'.join(terms))


SETS = ['', 'ISO 2022 IR 100', 'ISO 2022 IR 101', 'ISO 2022 IR 109', 'ISO 2022 IR 126', 'ISO 2022 IR 87', 'ISO 2022 IR 159', 'ISO 2022 IR 149']
named('character sets: many terms', lambda n: file({**image(implicit=True), **pixels(1, True), 0x00080005: el(0x00080005, 'CS', '\\'.join(SETS * (n // 100)), True)}, IMPLICIT))
named('character sets: many unknown terms', lambda n: file({**image(implicit=True), **pixels(1, True), 0x00080005: el(0x00080005, 'CS', '\\'.join(f'X{i}' for i in range(n // 7)), True)}, IMPLICIT))
named('character sets: many terms, many texts', lambda n: file({**image(), **pixels(1), 0x00080005: charsets(SETS * 500), 0x00080006: seq(CONTENT, times(n, item(el(0x00080080, 'LO', 'a')) ))}))
named('character sets: one in each item', lambda n: extra(CONTENT, seq(CONTENT, *many(n, lambda i: item(charsets([f'ISO_IR {i}', SETS[i % 8]]) + el(0x00104000, 'LT', 'abcd'))))))
named('character sets: all in each item', lambda n: extra(CONTENT, seq(CONTENT, *many(n, lambda i: item(charsets(SETS) + el(0x00104000, 'LT', '\x1b-Aabcd'))))))
for form, vr, tag in (('text', 'UT', 0x00420010), ('texts', 'UC', 0x00189367)):
    for what, part in (('escapes', b'\x1b-A\x1b-B'), ('Japanese escapes', b'\x1b$Ba\x1b(B'), ('unknown escapes', b'\x1b!!'), ('ends', b'\x1b'), ('backslashes', b'\\'),
                       ('controls', b'\x01'), ('carriage returns', b'\r'), ('blanks', b' '), ('broken UTF-8', b'\xe0\x80')):
        named(f'{form} of {what}', lambda n, vr=vr, tag=tag, part=part: file({**image(), **pixels(1), 0x00080005: charsets(['ISO_IR 192'] if part[0] == 0xE0 else SETS), tag: el(tag, vr, times(n, part))}))
named('text of letters', lambda n: extra(0x00420010, el(0x00420010, 'UT', times(n, b'Abcdefg'))))
named('text of words', lambda n: extra(0x00420010, el(0x00420010, 'UT', b' '.join(many(n, lambda i: f'w{i}'.encode())))))
named('text of dates', lambda n: extra(0x00420010, el(0x00420010, 'UT', times(n, b'20200102 '))))
named('text of the name', lambda n: extra(0x00420010, el(0x00420010, 'UT', times(n, b'Doe Jane 4711 '))))
named('text in UTF-16', lambda n: extra(0x00420010, el(0x00420010, 'UT', times(n, 'Doe Jane '.encode('utf-16-le')))))
VALUES = [('Image Type', 0x00080008, 'CS', b'A'), ('Patient Name', 0x00100010, 'PN', b'A^B=C=D'), ('Patient ID', 0x00100020, 'LO', b'1'), ('Other Patient IDs', 0x00101000, 'LO', b'12345'),
          ('Other Patient Names', 0x00101001, 'PN', b'A^B'), ('Study Date', 0x00080020, 'DA', b'20200101'), ('Study Time', 0x00080030, 'TM', b'1200'),
          ('Acquisition Date Time', 0x0008002A, 'DT', b'20200101'), ('window centers', 0x00281050, 'DS', b'1'), ('bad windows', 0x00281050, 'DS', b'x'), ('rescale slopes', 0x00281053, 'DS', b'1'),
          ('Pixel Spacing', 0x00280030, 'DS', b'1'), ('Image Position', 0x00200032, 'DS', b'1'), ('Image Orientation', 0x00200037, 'DS', b'1'),
          ('Frame Increment Pointer', 0x00280009, 'AT', b'\x18\0\x65\0'), ('Frame Time Vector', 0x00181065, 'DS', b'1'), ('Number of Frames', 0x00280008, 'IS', b'1'),
          ('Rows', 0x00280010, 'US', b'\1\0'), ('Bits Allocated', 0x00280100, 'US', b'\x08\0'), ('Photometric Interpretation', 0x00280004, 'CS', b'MONOCHROME2'), ('Study UID', 0x0020000D, 'UI', b'1.2'), ('SOP Class', 0x00080016, 'UI', b'1.2'),
          ('SOP Instance UID', 0x00080018, 'UI', b'1.2.3'), ('Series UID', 0x0020000E, 'UI', b'1.2'), ('Instance Number', 0x00200013, 'IS', b'1'), ('Modality', 0x00080060, 'CS', b'CT'),
          ('Pixel Padding', 0x00280120, 'US', b'\1\0'), ('floats', 0x00189360, 'FD', bytes(8)), ('explanations', 0x00281055, 'LO', b'a'), ('Age', 0x00101010, 'AS', b'010Y'),
          ('Specific Character Set', 0x00080005, 'CS', b'ISO_IR 100'), ('Content Qualification', 0x00189004, 'CS', b'a b'), ('Manufacturer', 0x00080070, 'LO', b'ACME')]
for what, tag, vr, value in VALUES:
    def values(n, tag=tag, vr=vr, value=value):
        text = vr not in ('AT', 'US', 'FD')
        return file({**image(implicit=True), **pixels(1, True), tag: el(tag, vr, b'\\'.join([value] * (n // (len(value) + 1))) if text else times(n, value), True)}, IMPLICIT)
    named(f'values: {what}', values)
named('values: one name of a word', lambda n: extra(0x00100010, el(0x00100010, 'PN', b'A' * n, True), IMPLICIT, image(implicit=True)))
named('values: one name of many words', lambda n: extra(0x00100010, el(0x00100010, 'PN', b' '.join(many(n, lambda i: f'w{i}'.encode())), True), IMPLICIT, image(implicit=True)))
named('values: names of words', lambda n: extra(0x00101001, b''.join(many(n, lambda i: el(0x00101001, 'PN', f'Name{i}^Given{i}'))), EXPLICIT, image()))
named('values: one number of digits', lambda n: extra(0x00281050, el(0x00281050, 'DS', b'1' * n, True), IMPLICIT, image(implicit=True)))
named('values: a number of zeros', lambda n: extra(0x00281053, el(0x00281053, 'DS', b'0.' + b'0' * n + b'1', True), IMPLICIT, image(implicit=True)))
named('values: one identifier', lambda n: extra(0x0020000D, el(0x0020000D, 'UI', b'1.' * (n // 2), True), IMPLICIT, image(implicit=True)))
named('values: a date of blanks', lambda n: extra(0x00080020, el(0x00080020, 'DA', b' ' * n + b'1', True), IMPLICIT, image(implicit=True)))
named('values: identifiers of other instances', lambda n: extra(0x00081140, seq(0x00081140, *many(n, lambda i: item(el(0x00081150, 'UI', CT + '\0') + el(0x00081155, 'UI', f'1.2.3.{i:06}')))), EXPLICIT, image()))
named('values: identifiers of their own', lambda n: extra(0x00404023, b''.join(many(n, lambda i: el(0x00404023, 'UI', f'1.2.3.{i:06}'))), EXPLICIT, image()))
named('values: dates', lambda n: extra(0x00189919, seq(CONTENT, *many(n, lambda i: item(el(0x00080020, 'DA', f'{1900 + i % 200}0102')))), EXPLICIT, image()))
named('color profile', lambda n: extra(0x00282000, el(0x00282000, 'OB', times(n, b'\0\1\2\3'))))


# Rendering

def words(values):
    return struct.pack(f'<{len(values)}H', *values)


def lut(count, bits=16):
    return item(el(0x00283002, 'US', words([count & 0xFFFF, 0, bits])) + el(0x00283003, 'LO', 'a') + el(0x00283006, 'OW', words([i & 0xFFFF for i in range(count)])))


def palette(size, segments, entries=0, frames=1):
    elements = image(interpretation='PALETTE COLOR', frames=frames)
    for color in (1, 2, 3):
        elements[0x00281100 + color] = el(0x00281100 + color, 'US', words([entries, 0, 16]))
        elements[0x00281220 + color] = el(0x00281220 + color, 'OW', segments(size // 3))
    return file({**elements, **pixels(frames)})


def indirect(number, offset):
    return struct.pack('<HHI', 2, number, offset)


named('palette: indirect over empty segments', lambda n: palette(n, lambda m: bytes(m // 8 * 4) + times(m // 2, indirect(min(m // 8, 0xFFFF), 0))))
named('palette: indirect over long segments', lambda n: palette(n, lambda m: struct.pack('<HH', 0, 4000) + bytes(8000) + times(m, indirect(1, 0))))
named('palette: indirect over itself', lambda n: palette(n, lambda m: times(m, indirect(0xFFFF, 0))))
named('palette: indirect over linear', lambda n: palette(n, lambda m: times(m // 2, struct.pack('<HHH', 1, 1, 7)) + times(m // 2, indirect(m // 12 & 0xFFFF, 0))))
named('palette: descriptor of many values', lambda n: file({**image(interpretation='PALETTE COLOR', implicit=True), **pixels(1, True), **{0x00281100 + c: el(0x00281100 + c, 'US', times(n // 3, b'\0\0\0\0\x10\0'), True) for c in (1, 2, 3)}}, IMPLICIT))
named('lookup tables: modality', lambda n: file({**image(frames=2000), 0x00283000: seq(0x00283000, times(n, lut(65535))), **pixels(2000)}), frames='1..500')
named('lookup tables: VOI', lambda n: file({**image(frames=2000), 0x00283010: seq(0x00283010, times(n, lut(65535))), **pixels(2000)}), frames='1..500')
named('lookup tables: VOI of one entry', lambda n: file({**image(frames=2000), 0x00283010: seq(0x00283010, times(n, lut(1))), **pixels(2000)}), frames='1..500')


def window_list(size, frames):
    count = size // 24
    elements = {**image(frames=frames, implicit=True), **pixels(frames, True)}
    for tag, value in ((0x00281050, b'40'), (0x00281051, b'80'), (0x00281055, b'SOFT TISSUE')):
        elements[tag] = el(tag, 'DS', b'\\'.join([value] * count), True)
    return file(elements, IMPLICIT)


named('windows, many frames', lambda n: window_list(n, 4000), frames='1..500')


def overlays(size, frames, groups=16, per_frame=True):
    side = 8 if per_frame else max(8, int((size / groups * 8) ** .5) // 16 * 16)
    elements = {**image(side, side, frames=frames), **pixels(frames * side * side)} if per_frame else {**image(frames=frames), **pixels(frames)}
    for group in range(groups):
        tag = 0x60000000 + (group << 17)
        values = [(0x10, 'US', side), (0x11, 'US', side), (0x15, 'IS', str(frames if per_frame else 1)), (0x22, 'LO', 'a'), (0x40, 'CS', 'G'), (0x50, 'SS', words([1, 1])),
                  (0x51, 'US', 1), (0x100, 'US', 1), (0x102, 'US', 0), (0x3000, 'OW', b'\xaa' * (side * side // 8 * (frames if per_frame else 1)))]
        for element, vr, value in values:
            elements[tag + element] = el(tag + element, vr, value)
    return file(elements)


named('overlays of 16 groups, frame by frame', lambda n: overlays(n, n // 192), frames='1..500', options=('--overlay',))
named('overlays of 16 groups, one for all frames', lambda n: overlays(n, 2000, per_frame=False), frames='1..100', options=('--overlay',))
named('overlays without size', lambda n: file({**image(), **pixels(1), **{0x60003000 + (g << 17): el(0x60003000 + (g << 17), 'OW', bytes(n // 16)) for g in range(16)}}), options=('--overlay',))


# Functional groups

def groups(size, of_frame, shared=b'', frames=None, more=None):
    items = many(size, of_frame)
    frames = frames or len(items)
    elements = {**image(kind=ENHANCED_CT, frames=frames), **pixels(frames), 0x52009229: seq(0x52009229, item(shared)), 0x52009230: seq(0x52009230, *items)}
    return file({**elements, **(more or {})})


def place(i):
    return seq(0x00209113, item(el(0x00200032, 'DS', f'0\\0\\{i}')))


def content(values):
    return seq(0x00209111, item(el(0x00209157, 'UL', struct.pack(f'<{len(values)}I', *values))))


ORIENTED = seq(0x00209116, item(el(0x00200037, 'DS', '1\\0\\0\\0\\1\\0'))) + seq(0x00289110, item(el(0x00280030, 'DS', '1\\1')))
named('groups: empty for each frame', lambda n: groups(n // 4, lambda i: item()), frames='1..100')
named('groups: a place for each frame', lambda n: groups(n, lambda i: item(place(i)), ORIENTED), frames='1..100')
named('groups: the same place for all frames', lambda n: groups(n, lambda i: item(place(0)), ORIENTED), frames='1..100')
named('groups: a place in any order', lambda n: groups(n, lambda i: item(place(i * 7919 % 10007)), ORIENTED), frames='1..100')
named('groups: an orientation for each frame', lambda n: groups(n, lambda i: item(place(i) + seq(0x00209116, item(el(0x00200037, 'DS', f'1\\0\\0\\0\\{i}\\1'))))), frames='1..100')
named('groups: a slope and windows for each frame', lambda n: groups(n, lambda i: item(seq(0x00289132, item(el(0x00281050, 'DS', f'{i}') + el(0x00281051, 'DS', f'{i + 1}'))) + seq(0x00289145, item(el(0x00281052, 'DS', f'{i}') + el(0x00281053, 'DS', f'{i + 1}'))))), frames='1..500')
named('groups: shared, many items', lambda n: file({**image(frames=1000), **pixels(1000), 0x52009229: seq(0x52009229, times(n, item(place(1))))}), frames='1..100')
named('groups: shared, many sequences in one item', lambda n: groups(100, lambda i: item(), times(n, place(1)), frames=1000), frames='1..100')
named('groups: shared, many unknown sequences', lambda n: groups(20000, lambda i: item(), b''.join(many(n, lambda i: seq(0x00210000 + i % 0xF000 + 0x10, item()))), frames=2000), frames='1..100')
named('groups: more than frames', lambda n: groups(n, lambda i: item(place(i)), frames=2), frames='1..2')
named('groups: fewer than frames', lambda n: groups(n, lambda i: item(place(i)), frames=20000), frames='1..100')
named('groups: many dimension values', lambda n: groups(n, lambda i: item(content(list(range(i, i + 2000)))), frames=None, more={0x00209222: seq(0x00209222, *[item(el(0x00209165, 'AT', b'\x20\0\x57\x90')) for _ in range(2000)])}), frames='1..100')
named('groups: one dimension value for each frame', lambda n: groups(n, lambda i: item(content([i])), more={0x00209222: seq(0x00209222, item(el(0x00209165, 'AT', b'\x20\0\x57\x90')))}), frames='1..100')
named('groups: many dimensions', lambda n: groups(20000, lambda i: item(content([i])), more={0x00209222: seq(0x00209222, *many(n, lambda i: item(el(0x00209165, 'AT', b'\x20\0\x57\x90') + el(0x00209167, 'AT', b'\x20\0\x11\x91'))))}), frames='1..100')
named('groups: a long text of windows shared', lambda n: groups(40000, lambda i: item(place(i)), seq(0x00289132, item(el(0x00281050, 'UT', times(n // 2, b'40\\')) + el(0x00281051, 'UT', times(n // 2, b'80\\'))))), frames='1..500')


# Documents, directories, waveforms

def node(text, inner=b''):
    name = seq(0x0040A043, item(el(0x00080100, 'SH', '121071') + el(0x00080102, 'SH', 'DCM') + el(0x00080104, 'LO', 'Finding')))
    return item(el(0x0040A010, 'CS', 'CONTAINS') + el(0x0040A040, 'CS', 'TEXT') + name + el(0x0040A160, 'UT', text) + inner)


def report(content):
    base = patient(REPORT)
    base[0x0040A040] = el(0x0040A040, 'CS', 'CONTAINER')
    return file({**base, CONTENT: content})


def chain(depth):
    part = b''
    for _ in range(depth):
        part = seq(CONTENT, node('Doe Jane', part))
    return part


named('report: wide', lambda n: report(seq(CONTENT, *many(n, lambda i: node(f'Doe Jane {i}')))))
named('report: deep', lambda n: report(seq(CONTENT, *many(n, lambda i: node('a', chain(400))))))
named('report: names', lambda n: report(seq(CONTENT, *many(n, lambda i: item(el(0x0040A010, 'CS', 'CONTAINS') + el(0x0040A040, 'CS', 'PNAME') + el(0x0040A123, 'PN', f'Doe{i}^Jane'))))))


def record(i, kind='IMAGE', next_offset=0):
    return item(el(0x00041400, 'UL', struct.pack('<I', next_offset)) + el(0x00041410, 'US', 0xFFFF) + el(0x00041420, 'UL', bytes(4)) + el(0x00041430, 'CS', kind)
                + el(0x00041500, 'CS', f'A\\F{i}') + el(0x00041511, 'UI', f'1.2.{i:07}'), True)


def directory(size, next_offset):
    base = {tag: value for tag, value in patient(DIRECTORY).items() if tag == 0x00080016}
    base[0x00041200] = el(0x00041200, 'UL', struct.pack('<I', 400))
    base[0x00041220] = seq(0x00041220, *many(size, lambda i: record(i, next_offset=next_offset(i))))
    return file(base)


named('directory: records without links', lambda n: directory(n, lambda i: 0))
named('directory: records in a ring', lambda n: directory(n, lambda i: 400))
named('directory: records in a list', lambda n: directory(n, lambda i: 400 + 120 * i))
named('waveforms: many', lambda n: file({**patient(WAVEFORM), 0x54000100: seq(0x54000100, times(n, item(el(0x003A0005, 'US', 1) + el(0x003A0010, 'UL', bytes(4)) + el(0x54001004, 'US', 8) + el(0x54001010, 'OB', bytes(16)))))}))
named('waveforms: many channels', lambda n: file({**patient(WAVEFORM), 0x54000100: seq(0x54000100, item(el(0x003A0005, 'US', 60000) + seq(0x003A0200, times(n, item(el(0x003A0203, 'SH', 'a'))))))}))
named('curves', lambda n: file({**image(), **pixels(1), 0x50000000: b''.join(el(0x50000005 + (i << 17), 'US', 2) + el(0x50000010 + (i << 17), 'US', 9) + el(0x50003000 + (i << 17), 'OW', bytes(n // 16)) for i in range(16))}))
named('icons, nested', lambda n: extra(0x00880200, nested(300, times(n, el(0x00280010, 'US', 8)), 0x00880200)))
named('icons: one in each item', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(seq(0x00880200, item(el(0x00280002, 'US', 1) + el(0x00280010, 'US', 8) + el(0x00280011, 'US', 8) + el(0x00280100, 'US', 8) + el(PIXELS, 'OB', bytes(64)))))))))
named('pixel data in items', lambda n: extra(CONTENT, seq(CONTENT, times(n, item(fragments([SHORT, b''])))), BASELINE, {**image(8, 8), PIXELS: fragments([SHORT])}))
named('ultrasound regions', lambda n: file({**image(512, 512), **pixels(512 * 512), 0x00186011: seq(0x00186011, *many(n, lambda i: item(el(0x00186018, 'UL', struct.pack('<I', i % 500)) + el(0x0018601A, 'UL', struct.pack('<I', i % 400)) + el(0x0018601C, 'UL', struct.pack('<I', 511)) + el(0x0018601E, 'UL', struct.pack('<I', 511)))))}))
named('shutters: a polygon of many corners', lambda n: file({**image(512, 512, implicit=True), **pixels(512 * 512, True), 0x00181600: el(0x00181600, 'CS', 'POLYGONAL', True), 0x00181620: el(0x00181620, 'IS', b'\\'.join(many(n - 262144, lambda i: f'{i % 511}\\{i * 7 % 509}'.encode())), True)}, IMPLICIT))
named('sources: images for each derivation', lambda n: extra(0x00089124, seq(0x00089124, *many(n, lambda i: item(seq(0x00082112, item(el(0x00081155, 'UI', f'1.2.{i:07}')))))), EXPLICIT, image()))


# Codestreams: blank, or of next to nothing

def compressed(frame, syntax, rows, columns, bits=8, count=1, colors=1):
    frame = frame if len(frame) % 2 == 0 else frame + b'\0'
    return file({**image(rows, columns, bits, count, colors, 'MONOCHROME2' if colors == 1 else 'RGB'), PIXELS: fragments([frame] * count)}, syntax)


def marker(code, content):
    return bytes([0xFF, code]) + struct.pack('>H', len(content) + 2) + content


QUANTIZATION = marker(0xDB, b'\0' + b'\1' * 64)
# One code: 0 for no further bits.
DC, AC = marker(0xC4, b'\0' + bytes([1] + [0] * 15) + b'\0'), marker(0xC4, b'\x10' + bytes([1] + [0] * 15) + b'\0')


def jpeg_size(code, rows, columns, bits=8, components=1):
    return marker(code, struct.pack('>BHHB', bits, rows, columns, components) + b''.join(bytes([c + 1, 0x11, 0]) for c in range(components)))


def scan(start, end, approximation=0, components=(1,)):
    return marker(0xDA, bytes([len(components)]) + b''.join(bytes([c, 0]) for c in components) + bytes([start, end, approximation]))


def progressive(size, side, filler):
    first = b'\xff\xd8' + QUANTIZATION + DC + AC + jpeg_size(0xC2, side, side) + scan(0, 0) + bytes((side // 8) ** 2 // 8)
    return compressed(first + times(size - len(first), filler) + b'\xff\xd9', EXTENDED, side, side)


named('JPEG: progressive scans of no bytes', lambda n: progressive(n, 512, scan(1, 5)))
named('JPEG: progressive scans of a byte, 2048 x 2048', lambda n: progressive(n, 2048, scan(1, 5) + b'\0'))
named('JPEG: progressive scans of all bytes', lambda n: progressive(n, 512, scan(1, 63) + bytes(512)))
named('JPEG: progressive scans that refine', lambda n: progressive(n, 512, scan(1, 63, 0x10) + bytes(16)))
named('JPEG: tables', lambda n: progressive(n, 64, QUANTIZATION + DC + AC))
named('JPEG: comments', lambda n: progressive(n, 64, marker(0xFE, b'')))
named('JPEG: fill bytes', lambda n: progressive(n, 64, b'\xff'))
named('JPEG: sizes again', lambda n: progressive(n, 64, jpeg_size(0xC2, 64, 64)))
named('JPEG: starts and ends', lambda n: progressive(n, 64, b'\xff\xd9\xff\xd8'))
named('JPEG: restart markers', lambda n: compressed(restarts(n), BASELINE, 2048, 2048))
named('JPEG: restart markers of many frames', lambda n: compressed(restarts(2000), BASELINE, 2048, 2048, count=max(1, n // 100000)))


def restarts(size):
    start = b'\xff\xd8' + QUANTIZATION + DC + AC + jpeg_size(0xC0, 2048, 2048) + marker(0xDD, b'\0\1') + scan(0, 63)
    return start + b''.join(b'\0\xff' + bytes([0xD0 + i % 8]) for i in range(size // 3)) + b'\xff\xd9'


def sequential(side, code=0xC0, components=1, data=None):
    start = b'\xff\xd8' + QUANTIZATION + DC + AC + jpeg_size(code, side, side, components=components) + scan(0, 63, components=range(1, components + 1))
    return start + (bytes(components * (side // 8) ** 2 // 4) if data is None else data) + b'\xff\xd9'


def blank(frame, syntax, side, bits=8, colors=1):
    """A frame for each part of the size: the pixels double with the bytes."""
    return lambda n: compressed(frame(), syntax, side, side, bits, max(1, n // 65536), colors)


named('JPEG: blank frames', blank(lambda: sequential(1024), BASELINE, 1024), frames='1..4')
named('JPEG: blank frames without data', blank(lambda: sequential(2048, data=b''), BASELINE, 2048), frames='1..4')
named('JPEG lossless: blank', blank(lambda: b'\xff\xd8' + DC + jpeg_size(0xC3, 2048, 2048, 16) + scan(1, 0) + bytes(2048 * 256) + b'\xff\xd9', LOSSLESS, 2048, 16), frames='1..4')
named('JPEG lossless: without data', blank(lambda: b'\xff\xd8' + DC + jpeg_size(0xC3, 2048, 2048, 16) + scan(1, 0) + b'\xff\xd9', LOSSLESS, 2048, 16), frames='1..4')
named('JPEG-LS: blank', blank(lambda: b'\xff\xd8' + jpeg_size(0xF7, 2048, 2048) + marker(0xDA, b'\1\1\0\0\0\0') + b'\xff\x7f' * 200 + b'\xff\xd9', JPEG_LS, 2048), frames='1..4')
named('JPEG-LS: restart markers', lambda n: compressed(b'\xff\xd8' + jpeg_size(0xF7, 2048, 2048) + marker(0xDD, b'\0\1') + marker(0xDA, b'\1\1\0\0\0\0') + b''.join(b'\0\xff' + bytes([0xD0 + i % 8]) for i in range(n // 3)) + b'\xff\xd9', JPEG_LS, 2048, 2048))
named('JPEG-LS: scans', lambda n: compressed(b'\xff\xd8' + jpeg_size(0xF7, 1024, 1024) + times(n, marker(0xDA, b'\1\1\0\0\0\0') + b'\xff\x7f') + b'\xff\xd9', JPEG_LS, 1024, 1024))
named('RLE: blank', blank(lambda: struct.pack('<16I', 1, 64, *[0] * 14) + b'\x81\0' * (2048 * 16), RLE, 2048), frames='1..4')
named('RLE: no output', lambda n: compressed(struct.pack('<16I', 1, 64, *[0] * 14) + b'\x80' * n, RLE, 2048, 2048))
named('RLE: segments that overlap', lambda n: compressed(struct.pack('<16I', 15, *[64] * 15) + b'\0\1' * (n // 2), RLE, 512, 512))


def jpeg2000(side, bits=8, levels=5, block=4, packets=b'\0' * 6, layers=1, components=1, tile=None, precincts=None, parts=None, order=0, cap=b'', style=0):
    tile = tile or side
    size = struct.pack('>HIIIIIIIIH', 0x4000 if cap else 0, side, side, 0, 0, tile, tile, 0, 0, components) + bytes([bits - 1, 1, 1]) * components
    coding = bytes([1 if precincts is not None else 0, order]) + struct.pack('>H', layers) + bytes([0, levels, block, block, style, 1])
    coding += b'' if precincts is None else bytes([precincts] * (levels + 1))
    start = b'\xff\x4f' + marker(0x51, size) + cap + marker(0x52, coding) + marker(0x5C, b'\x40' + b'\x40' * (3 * levels + 1))
    parts = parts if parts is not None else marker(0x90, struct.pack('>HIBB', 0, 0, 0, 1)) + b'\xff\x93' + packets
    return start + parts + b'\xff\xd9'


def tile_parts(size, tiles, packets=b''):
    part = marker(0x90, struct.pack('>HIBB', 0, 14 + len(packets), 0, 0)) + b'\xff\x93' + packets
    return b''.join(marker(0x90, struct.pack('>HIBB', i % tiles, 14 + len(packets), i // tiles & 0xFF, 0)) + b'\xff\x93' + packets for i in range(size // len(part)))


HIGH_THROUGHPUT = marker(0x50, struct.pack('>IH', 0x00020000, 0))
named('JPEG 2000: blank, 8 bits', blank(lambda: jpeg2000(2048), JPEG_2000, 2048), frames='1..4')
named('JPEG 2000: blank, 16 bits', blank(lambda: jpeg2000(2048, 16), JPEG_2000, 2048, 16), frames='1..4')
named('JPEG 2000: blank, 8192 x 8192 of 16 bits', lambda n: compressed(jpeg2000(8192, 16), JPEG_2000, 8192, 8192, 16))
named('HTJ2K: blank, 16 bits', blank(lambda: jpeg2000(2048, 16, cap=HIGH_THROUGHPUT, style=0x40), HTJ2K, 2048, 16), frames='1..4')
named('JPEG 2000: packets of tiny precincts', lambda n: compressed(jpeg2000(2048, levels=1, precincts=0x11, packets=bytes(n)), JPEG_2000, 2048, 2048))
named('JPEG 2000: packets of many layers', lambda n: compressed(jpeg2000(512, layers=65535, packets=b'\x80' * n), JPEG_2000, 512, 512))
named('JPEG 2000: layers without packets', lambda n: compressed(jpeg2000(512, layers=65535, block=0, packets=bytes(n)), JPEG_2000, 512, 512))
named('JPEG 2000: smallest code-blocks', lambda n: compressed(jpeg2000(2048, block=0, levels=0, packets=b'\x80' * n), JPEG_2000, 2048, 2048))
named('JPEG 2000: code-blocks of noise', lambda n: compressed(jpeg2000(1024, packets=noise(n)), JPEG_2000, 1024, 1024))
named('HTJ2K: code-blocks of noise', lambda n: compressed(jpeg2000(1024, packets=noise(n), cap=HIGH_THROUGHPUT, style=0x40), HTJ2K, 1024, 1024))
named('JPEG 2000: tile-parts', lambda n: compressed(jpeg2000(512, tile=32, parts=tile_parts(n, 256)), JPEG_2000, 512, 512))
named('JPEG 2000: tile-parts of one tile', lambda n: compressed(jpeg2000(512, parts=tile_parts(n, 1, b'\x80')), JPEG_2000, 512, 512))
named('JPEG 2000: tiles of a pixel', lambda n: compressed(jpeg2000(200, tile=1, levels=0, parts=tile_parts(n, 40000, b'\x80')), JPEG_2000, 200, 200))
named('JPEG 2000: components', lambda n: compressed(jpeg2000(64, components=min(n // 3, 16384), packets=b'\x80' * (n - n // 3)), JPEG_2000, 64, 64))
named('JPEG 2000: comments', lambda n: compressed(jpeg2000(64, parts=times(n, b'\xff\x64\0\5\0\1a')), JPEG_2000, 64, 64))
named('JPEG 2000: order changes', lambda n: compressed(jpeg2000(64, parts=times(n, marker(0x5F, struct.pack('>BBHBBB', 0, 0, 1, 1, 1, 0) * 100)) + marker(0x90, struct.pack('>HIBB', 0, 0, 0, 1)) + b'\xff\x93' + b'\x80' * 64), JPEG_2000, 64, 64))
named('JPEG 2000: many sampled components', lambda n: compressed(jpeg2000(512, components=1000, order=4, packets=b'\0' * n), JPEG_2000, 512, 512))
named('JP2: boxes', lambda n: compressed(bytes.fromhex('0000000c6a5020200d0a870a') + times(n, struct.pack('>I', 8) + b'free') + struct.pack('>I', 0) + b'jp2c' + jpeg2000(64), JPEG_2000, 64, 64))


if __name__ == '__main__':
    with open(sys.argv[3], 'wb') as output:
        output.write(STRUCTURES[sys.argv[1]].make(int(sys.argv[2])))
