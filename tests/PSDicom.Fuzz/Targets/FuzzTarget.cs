namespace PSDicom.Fuzz;

/// <summary>A part of the toolkit that is tried.</summary>
internal abstract class FuzzTarget
{
    public abstract string Name { get; }

    /// <summary>How many cases are of this target, beside those of others.</summary>
    public abstract int Share { get; }

    /// <summary>Makes a case of random numbers: the same one of the same numbers.</summary>
    public abstract FuzzCase Make(FuzzRandom random);

    public static IReadOnlyList<FuzzTarget> All(SeedSet seeds) =>
    [
        new ReadTarget(seeds),
        new TagsTarget(seeds),
        new FramesTarget(seeds),
        new CodecTarget(seeds),
        new PictureTarget(seeds),
        new WholeTarget(seeds),
        new BatchTarget(seeds),
        new SeriesTarget(seeds),
        new EncoderTarget(),
        new TagPathTarget(),
        new TemplateTarget(seeds),
        new CharsetTarget(),
        new ValuesTarget(),
        new EditTarget(seeds),
        new ConvertTarget(seeds),
        new TestTarget(seeds),
        new ProtectTarget(seeds),
        new IdentityTarget(seeds),
        new ViewTarget(seeds),
    ];

    protected static FuzzCase Of(byte[] bytes, Func<FuzzResult> run) => FuzzCase.Of(bytes, _ => run());

    protected static FuzzCase Of(string text, Func<FuzzResult> run) =>
        new() { InputLength = text.Length, Input = () => System.Text.Encoding.UTF8.GetBytes(text), Run = _ => run() };
}
