
namespace PSDicom.Fuzz;

/// <summary>A part of the toolkit that is tried.</summary>
internal abstract class FuzzTarget
{
    /// <summary>What one frame may take while it is decoded, though it is refused in the end.</summary>
    protected const long Frame = 1L << 30;

    public abstract string Name { get; }

    /// <summary>How many of 100 cases are of this target.</summary>
    public abstract int Share { get; }

    /// <summary>Bytes that a case may allocate whatever goes in, if it is refused.</summary>
    public virtual long AllowedWhenRefused => 0;

    /// <summary>Makes a case of random numbers: the same one of the same numbers.</summary>
    public abstract FuzzCase Make(FuzzRandom random);

    public static IReadOnlyList<FuzzTarget> All(SeedSet seeds) =>
    [
        new ReadTarget(seeds), new TagsTarget(seeds), new FramesTarget(seeds), new CodecTarget(seeds), new PictureTarget(seeds),
        new TagPathTarget(), new TemplateTarget(seeds), new CharsetTarget(), new ValuesTarget(),
    ];

    protected static FuzzCase Of(byte[] bytes, Func<FuzzResult> run) => new() { InputLength = bytes.Length, Input = () => bytes, Run = run };

    protected static FuzzCase Of(string text, Func<FuzzResult> run) =>
        new() { InputLength = text.Length, Input = () => System.Text.Encoding.UTF8.GetBytes(text), Run = run };
}
