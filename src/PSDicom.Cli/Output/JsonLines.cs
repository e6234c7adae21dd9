using System;
using System.Buffers;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>JSON objects, one per line.</summary>
internal sealed class JsonLines : IDisposable
{
    /// <summary>Bytes of a piece: small enough for many files in memory, large enough for each write.</summary>
    private const int PieceSize = 256 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = new JsonEncoder() };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    public JsonLines() => Writer = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Writes into the current line.</summary>
    public Utf8JsonWriter Writer { get; }

    public ReadOnlyMemory<byte> Bytes => _buffer.WrittenMemory;

    /// <summary>Whether the lines must be written before more are added.</summary>
    public bool IsFull => _buffer.WrittenCount >= PieceSize;

    public void StartLine() => Writer.WriteStartObject();

    public void EndLine()
    {
        Writer.WriteEndObject();
        Writer.Flush();
        _buffer.Write("\n"u8);
        Writer.Reset();
    }

    /// <summary>Writes a number, or null for NaN and infinity, which JSON does not have.</summary>
    public void WriteNumber(ReadOnlySpan<byte> name, double number)
    {
        if (double.IsFinite(number)) Writer.WriteNumber(name, number);
        else Writer.WriteNull(name);
    }

    /// <summary>Starts a new piece after the last one was written.</summary>
    public void Clear() => _buffer.ResetWrittenCount();

    public void Dispose() => Writer.Dispose();
}
