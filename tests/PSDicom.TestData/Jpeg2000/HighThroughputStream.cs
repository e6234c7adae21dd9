namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>A codestream of another encoder, as the tests have none for high throughput.</summary>
internal static class HighThroughputStream
{
    /// <summary>23 x 17 pixels encoded by OpenJPH 0.9: reversible, two levels, code-blocks of 16 x 16.</summary>
    private const string Coded =
        "/0//UQApQAAAAAAXAAAAEQAAAAAAAAAAAAAAFwAAABEAAAAAAAAAAAABBwEB/1AACAACAAAAA/9SAAwAAgABAAICAkAB/1wACiBQWFhYUFBY/2QAFgABT3BlbkpQSCBWZX" +
        "IgMC45LjAu/5AACgAAAAABXAAB/5PAF0z1y9N+uzOJpvWrMu/qq7FwT09U82SCT0EQ7wvcf/4eVIgkEAc8AMALbgBacALVKA9FkOMIhzCFQFHrcCCCJvkWsWS4+gC1CHoA" +
        "8AgPBQQA4XDg0EMhyI9BMSs5AEz0C9VMDMvQEzt0gwAAHCw4dfmZAMAXpcAXoUAL0MDS4SXbSFri3RSE1x7T8zJxQkfXTICtBpPIwYGBKslohJO1CyMmNjdJPeITkZH8AE" +
        "u1rfXMTkhpdwsAzGQ4e9JiJJcw5Ov+zOeBvQFCEgAYYSNE3ACFVPlQ1oxQREE7wzqhPA0qTGdYyhyEmzrUFkKCCwWfUwEBAoUqapgqcwiiFfn64oCqi3mDpMLgtwEE1xkF" +
        "Y4NHQTUaSe4Y1QwAacGlOKhxMcJLTtQIAEuprM9fiT23R5mfH+DGADhobvNBFnKBerFMYpHGu89PyewHIzgB/9k=";

    public static byte[] Bytes() => Convert.FromBase64String(Coded);
}
