using PSDicom.Fuzz;

namespace PSDicom.Core.Tests;

/// <summary>That PSDicom.Fuzz finds what it looks for.</summary>
public class FuzzJudgementTests
{
    private static readonly byte[] Input = new byte[1000];

    [Theory]
    [InlineData(MessageCheck.Name)]
    [InlineData(MessageCheck.Id)]
    [InlineData(MessageCheck.BirthDate)]
    [InlineData("\u001b[31m")]
    [InlineData("\u009b")]
    [InlineData("\u202e")]
    public void A_message_that_says_too_much_is_a_finding(string text)
    {
        Assert.Equal(VerdictKind.Wrong, KindOf(_ => throw new IOException($"There is no {text}.")));
        Assert.Equal(VerdictKind.Refused, KindOf(_ => throw new IOException("There is no code.")));
    }

    [Fact]
    public void A_warning_is_searched_too()
    {
        DicomWarning[] warnings = [new("All is well."), new("The name is " + MessageCheck.Name)];
        Assert.Throws<InvariantException>(() => MessageCheck.Check(warnings));
        MessageCheck.Check(warnings[..1]);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(64, true)]
    public void Memory_beyond_what_bytes_explain_is_a_finding(int megabytes, bool isFinding)
    {
        CaseVerdict verdict = Run(_ => Allocate(megabytes));
        Assert.Equal(isFinding ? VerdictKind.OverAllocation : VerdictKind.Ok, verdict.Kind);
    }

    [Fact]
    public void Memory_of_a_requested_result_does_not_count()
    {
        Assert.Equal(VerdictKind.Ok, KindOf(cost =>
        {
            cost.Produced = 64 << 20;
            return Allocate(64);
        }));
    }

    [Fact]
    public void What_is_costly_once_is_no_finding()
    {
        int runs = 0;
        Assert.Equal(VerdictKind.Ok, KindOf(_ => Allocate(++runs == 1 ? 64 : 1)));
        Assert.Equal(2, runs);
    }

    [Fact]
    public void Bounds_grow_with_bytes_and_pixels_alone()
    {
        FuzzCase small = CaseOf(new byte[1000]), large = CaseOf(new byte[101_000]), scans = CaseOf([0xFF, 0xDA, 0, 0xFF, 0xDA]);
        CaseCost nothing = new(), frame = new() { Produced = 1 << 20 };
        Assert.Equal(100_000L * 4 * DicomLimits.MaxInMemoryPerByte, CaseBounds.MemoryOf(large, nothing) - CaseBounds.MemoryOf(small, nothing));
        Assert.True(CaseBounds.MemoryOf(small, frame) > CaseBounds.MemoryOf(small, nothing));
        Assert.True(CaseBounds.SecondsOf(large, nothing) > CaseBounds.SecondsOf(small, nothing));
        Assert.True(CaseBounds.SecondsOf(scans, frame) > CaseBounds.SecondsOf(small, frame));
    }

    private static FuzzCase CaseOf(byte[] bytes) => FuzzCase.Of(bytes, _ => default);

    private static VerdictKind KindOf(Func<CaseCost, FuzzResult> run) => Run(run).Kind;

    private static CaseVerdict Run(Func<CaseCost, FuzzResult> run) => CaseRunner.Run(FuzzCase.Of(Input, run), number: 1, isAlone: false);

    private static FuzzResult Allocate(int megabytes)
    {
        byte[] bytes = new byte[megabytes << 20];
        return new FuzzResult((ulong)bytes.Length);
    }
}
