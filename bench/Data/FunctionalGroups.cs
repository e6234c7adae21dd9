using System.Globalization;
using PSDicom.Core.Tests;

namespace PSDicom.Bench.Data;

/// <summary>An enhanced CT image: few top-level elements, and an item with sequences for each of its frames.</summary>
internal static class FunctionalGroups
{
    /// <summary>The whole file; its sequences end with delimiters, so that no reader can skip them.</summary>
    public static byte[] ToFile(int frames) => new DatasetBuilder()
        .With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.2.1")
        .With(0x0008_0018, "UI", "1.2.826.0.1.3680043.8.498.8000000")
        .With(0x0008_0060, "CS", "CT")
        .With(0x0010_0020, "LO", "PAT1")
        .With(0x0028_0008, "IS", frames)
        .WithUndefinedLengthSequence(0x5200_9230, [.. Enumerable.Range(1, frames).Select(OfFrame)])
        .ToFile();

    /// <summary>The item of a frame, numbered from 1.</summary>
    public static DatasetBuilder OfFrame(int number) => new DatasetBuilder()
        .WithUndefinedLengthSequence(0x0018_9326, new DatasetBuilder()
            .With(0x0018_9323, "CS", "")
            .With(0x0018_1100, "DS", "380"))
        .WithUndefinedLengthSequence(0x0020_9111, new DatasetBuilder()
            .With(0x0020_9056, "SH", "1")
            .With(0x0020_9057, "UL", number)
            .With(0x0020_9128, "UL", 1)
            .With(0x0020_9157, "UL", 1, number))
        .WithUndefinedLengthSequence(0x0020_9113, new DatasetBuilder()
            .With(0x0020_0032, "DS", string.Create(CultureInfo.InvariantCulture, $@"-189.62890625\-171.62890625\{number * 0.625}")))
        .WithUndefinedLengthSequence(0x0020_9116, new DatasetBuilder()
            .With(0x0020_0037, "DS", @"1\0\0\0\1\0"))
        .WithUndefinedLengthSequence(0x0028_9110, new DatasetBuilder()
            .With(0x0018_0050, "DS", "0.625")
            .With(0x0028_0030, "DS", @"0.7421875\0.7421875"))
        .WithUndefinedLengthSequence(0x0028_9132, new DatasetBuilder()
            .With(0x0028_1050, "DS", "50")
            .With(0x0028_1051, "DS", "350"));
}
