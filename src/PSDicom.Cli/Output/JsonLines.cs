using System;
using System.Buffers;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>JSON objects, one a line.</summary>
internal sealed class JsonLines : IDisposable
{
    /// <summary>Bytes of a piece that is written: few enough for many files, and enough for each write.</summary>
    private const int PieceSize = 256 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = new JsonEncoder() };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    public JsonLines() => Writer = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Writes into the line.</summary>
    public Utf8JsonWriter Writer { get; }

    public ReadOnlyMemory<byte> Bytes => _buffer.WrittenMemory;

    /// <summary>Whether there are so many lines that they are to be written before there are more.</summary>
    public bool IsFull => _buffer.WrittenCount >= PieceSize;

    public void StartLine() => Writer.WriteStartObject();

    public void EndLine()
    {
        Writer.WriteEndObject();
        Writer.Flush();
        _buffer.Write("\n"u8);
        Writer.Reset();
    }

    /// <summary>Writes a number, or null for what is none: JSON has no word for it.</summary>
    public void WriteNumber(ReadOnlySpan<byte> name, double number)
    {
        if (double.IsFinite(number)) Writer.WriteNumber(name, number);
        else Writer.WriteNull(name);
    }

    /// <summary>Begins anew: what was there is written.</summary>
    public void Clear() => _buffer.ResetWrittenCount();

    public void Dispose() => Writer.Dispose();
}
