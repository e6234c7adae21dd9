using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

internal static class RenderedWindow
{
    /// <summary>The window that made a picture; null if none was applied.</summary>
    public static VoiWindow? AppliedWindow(this Picture picture) => (picture as RenderedPicture)?.Window;
}
