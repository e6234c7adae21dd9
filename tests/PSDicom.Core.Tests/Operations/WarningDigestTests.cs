using PSDicom.Operations;

namespace PSDicom.Core.Tests.Operations;

public class WarningDigestTests
{
    private readonly WarningDigest _digest = new();
    private readonly List<string> _told = [];

    [Fact]
    public void The_first_of_similar_warnings_is_shown_and_the_rest_are_counted()
    {
        foreach (int file in Enumerable.Range(1, 30))
        {
            foreach (int frame in Enumerable.Range(1, 10)) Warn($"{file}.dcm", isNamed: false, $"Frame {frame}: 12 bits, the compressed image has 16.");
        }

        Assert.Equal(["1.dcm: Frame 1: 12 bits, the compressed image has 16."], _told);
        RepeatedWarning sum = Assert.Single(_digest.Complete());
        Assert.Null(sum.Path);
        Assert.Equal("299 more warnings like this one, in 30 files: Frame 1: 12 bits, the compressed image has 16.", sum.Message);
    }

    [Fact]
    public void Other_warnings_are_shown_at_once()
    {
        Warn("a", isNamed: false, "The file ends within a sequence.");
        Warn("b", isNamed: false, "The encapsulated value has no delimiter.");
        Assert.Equal(2, _told.Count);
        Assert.Empty(_digest.Complete());
    }

    [Fact]
    public void A_single_repetition_is_shown_with_its_own_message()
    {
        Warn("a", isNamed: false, "10 bytes are missing.");
        Warn("b", isNamed: false, "20 bytes are missing.");
        RepeatedWarning sum = Assert.Single(_digest.Complete());
        Assert.Equal(("b", "20 bytes are missing."), (sum.Path, sum.Message));
    }

    [Fact]
    public void Files_that_are_named_are_counted_each_for_itself_and_summed_up_when_the_next_begins()
    {
        foreach (int frame in Enumerable.Range(1, 3)) Warn("a", isNamed: true, $"Frame {frame} is cut off.");
        foreach (int frame in Enumerable.Range(1, 2)) Warn("b", isNamed: true, $"Frame {frame} is cut off.");
        Assert.Equal(["a: Frame 1 is cut off.", "a: 2 more warnings like this one: Frame 1 is cut off.", "b: Frame 1 is cut off."], _told);
        RepeatedWarning sum = Assert.Single(_digest.Complete());
        Assert.Equal(("b", "Frame 2 is cut off."), (sum.Path, sum.Message));
        Assert.Empty(_digest.Complete());
    }

    [Fact]
    public void Repetitions_within_one_found_file_name_it()
    {
        foreach (int frame in Enumerable.Range(1, 3)) Warn("a", isNamed: false, $"Frame {frame} is cut off.");
        RepeatedWarning sum = Assert.Single(_digest.Complete());
        Assert.Equal(("a", "2 more warnings like this one: Frame 1 is cut off."), (sum.Path, sum.Message));
    }

    [Fact]
    public void However_many_kinds_there_are_memory_is_bounded_and_none_is_lost()
    {
        string[] kinds = Enumerable.Range(0, 3000).Select(index => new string('x', index)).ToArray();
        foreach (string kind in kinds) Warn("a", isNamed: false, kind);
        Assert.Equal(kinds.Length, _told.Count);
        Warn("b", isNamed: false, kinds[2999]);
        Assert.Equal(kinds.Length + 1, _told.Count);
    }

    private void Warn(string path, bool isNamed, string message)
    {
        foreach (RepeatedWarning sum in _digest.Begin(path)) _told.Add($"{sum.Path}: {sum.Message}");
        if (_digest.IsFirst(path, isNamed, message)) _told.Add($"{path}: {message}");
    }
}
