namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The progression order of packets (T.800 table A.16).</summary>
internal enum ProgressionOrder
{
    LayerResolutionComponentPosition,
    ResolutionLayerComponentPosition,
    ResolutionPositionComponentLayer,
    PositionComponentResolutionLayer,
    ComponentPositionResolutionLayer,
}
