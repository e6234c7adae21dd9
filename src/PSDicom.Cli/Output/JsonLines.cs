using System;
using System.Buffers;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>JSON objects, one a line.</summary>
internal sealed class JsonLines : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = new JsonEncoder() };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    public JsonLines() => Writer = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Writes into the line.</summary>
    public Utf8JsonWriter Writer { get; }

    public ReadOnlyMemory<byte> Bytes => _buffer.WrittenMemory;

    public void StartLine() => Writer.WriteStartObject();

    public void EndLine()
    {
        Writer.WriteEndObject();
        Writer.Flush();
        _buffer.Write("\n"u8);
        Writer.Reset();
    }

    public void Dispose() => Writer.Dispose();
}
