namespace PSDicom.Core.Tests.Dictionary;

public class AllocationTests
{
    [Fact]
    public void Finding_a_value_representation_allocates_nothing() => AssertAllocatesNothing(() =>
    {
        Assert(DicomDictionary.FindVR(new DicomTag(0x0010, 0x0010)) == DicomVR.PN);
        Assert(DicomDictionary.FindVR(new DicomTag(0x0028, 0x0106), out bool isAmbiguous) == DicomVR.US && isAmbiguous);
        Assert(DicomDictionary.FindVR(new DicomTag(0x6002, 0x3000)) == DicomVR.OW);
        Assert(DicomDictionary.FindVR(new DicomTag(0x0008, 0xFFFF)) is null);
        Assert(DicomDictionary.FindPrivateVR("SIEMENS CSA HEADER", new DicomTag(0x0029, 0x1110)) == DicomVR.OB);
    });

    [Fact]
    public void Finding_an_entry_again_allocates_nothing() => AssertAllocatesNothing(() =>
    {
        Assert(DicomDictionary.TryGet(new DicomTag(0x0010, 0x0010), out _));
        Assert(DicomDictionary.TryGet("PatientName", out _));
        Assert(!DicomDictionary.TryGet("PatientNam", out _));
        Assert(DicomDictionary.TryGetPrivate("SIEMENS CSA HEADER", new DicomTag(0x0029, 0x1110), out _));
        Assert(DicomUID.TryGet("1.2.840.10008.5.1.4.1.1.2", out _));
        Assert(DicomTransferSyntax.Find("1.2.840.10008.1.2.4.50") is not null);
        Assert(DicomDictionary.Keywords.Count > 5000);
    });

    private static void AssertAllocatesNothing(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) action();
        Xunit.Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Assert(bool condition)
    {
        if (!condition) Xunit.Assert.Fail("A look-up gave something else.");
    }
}
