using System.Globalization;
using PSDicom.Deidentification.Values;

namespace PSDicom.Core.Tests.Deidentification;

public class RecentValuesTests
{
    [Fact]
    public void Values_are_computed_once_until_there_are_too_many()
    {
        int computed = 0;
        var values = new RecentValues(text =>
        {
            computed++;
            return text + "!";
        });
        Assert.Equal("a!", values.Of("a"));
        Assert.Equal("a!", values.Of("a"));
        Assert.Equal(1, computed);
        for (int i = 0; i < 10_000; i++) Assert.Equal(i + "!", values.Of(i.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal("a!", values.Of("a"));
        Assert.Equal(10_002, computed);
    }
}
