using System.Collections.Generic;
using System.Threading;
using PSDicom.Editing.Splicing;
using PSDicom.IO.Reading;
using PSDicom.IO.Writing;

namespace PSDicom.Editing;

/// <summary>A new value of many bytes, which are made while they are written: pixel data.</summary>
/// <param name="vr">The value representation.</param>
/// <param name="content">Its bytes; of an encapsulated value, with the headers of its items and its delimiter.</param>
/// <param name="items">The lengths of the items of an encapsulated value; null for others.</param>
internal sealed class BulkValue(DicomVR vr, BulkContent content, IReadOnlyList<long>? items = null)
{
    /// <summary>The value representation.</summary>
    public DicomVR VR => vr;

    /// <summary>Its bytes.</summary>
    public BulkContent Content => content;

    /// <summary>The length to declare: undefined for an encapsulated value (PS3.5 section A.4).</summary>
    /// <exception cref="DicomException">A native value has more bytes than its length can say.</exception>
    public uint DeclaredLength => items is not null ? ElementHeader.UndefinedLength
        : content.Length < ElementHeader.UndefinedLength ? (uint)content.Length
        : throw new DicomException(
            DicomErrorReason.ValueTooLarge,
            $"Uncompressed, the pixel data would have {content.Length} bytes, more than the length of an element can say: only a compressed transfer syntax can hold them.",
            tagPath: "PixelData");

    /// <summary>Adds the value to the digest of the file.</summary>
    public void AddTo(TokenDigest digest, DicomTag tag)
    {
        if (items is null)
        {
            // Small values are compared too.
            using var small = new Spool(string.Empty, TokenDigest.MaxHashed);
            if (content.Length <= TokenDigest.MaxHashed) content.WriteTo(small, 0, CancellationToken.None);
            var bytes = new byte[small.Length];
            small.Read(0, bytes);
            digest.Add(tag, content.Length, bytes);
            return;
        }

        digest.Mark(DicomTokenKind.FragmentsStart, tag);
        foreach (long length in items) digest.Add(tag, length, default);
        digest.Mark(DicomTokenKind.FragmentsEnd, tag);
    }
}
