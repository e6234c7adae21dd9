using PSDicom.Operations;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Operations;

public class SystemFaultTests
{
    [Fact]
    public void System_faults_have_messages()
    {
        Assert.Equal(("OutOfMemory", true), Describe(new InsufficientMemoryException(), "x"));
        Assert.Equal(("TooManyOpenFiles", true), Describe(new IOException("", 24), "x"));
        Assert.Equal(("NameNotUtf8", false), Describe(new FileNotFoundException(), "a\uFFFDb"));
        Assert.Null(SystemFault.Describe(new FileNotFoundException(), "ab"));
        Assert.Null(SystemFault.Describe(new IOException("", 5), "a\uFFFDb"));
    }

    [Fact]
    public void A_load_that_is_not_known_counts_as_full()
    {
        var load = new ProcessorLoad(() => null);
        Assert.True(load.IsFull());
        Thread.Sleep(2 * ProcessorLoad.Milliseconds);
        Assert.True(load.IsFull());
    }

    [Fact]
    public void A_load_counts_once_it_is_known()
    {
        TimeSpan? used = null;
        var load = new ProcessorLoad(() => used);
        Thread.Sleep(2 * ProcessorLoad.Milliseconds);
        used = TimeSpan.Zero;
        Assert.True(load.IsFull());
        Thread.Sleep(2 * ProcessorLoad.Milliseconds);
        Assert.False(load.IsFull());
    }

    private static (string, bool) Describe(Exception exception, string path) =>
        SystemFault.Describe(exception, path) is { } fault ? (fault.Id, fault.IsOfResources) : default;
}
