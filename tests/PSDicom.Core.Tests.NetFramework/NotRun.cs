using System.Reflection;

namespace PSDicom.Core.Tests;

/// <summary>Stands for the tests where they cannot run. With PSDICOM_TEST_ALL=1 it fails.</summary>
public class NotRun
{
    [SkippableFact]
    public void The_tests_for_NET_Framework_run()
    {
        string? reason = typeof(NotRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NotRun").Value;
        Skip.If(Environment.GetEnvironmentVariable("PSDICOM_TEST_ALL") != "1", reason);
        Assert.Fail(reason);
    }
}
