using PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Encodes a code-block.</summary>
/// <param name="workspace">The working memory.</param>
/// <param name="coefficients">Its first coefficient: an integer, or a float of the irreversible transform.</param>
/// <param name="stride">The distance of rows in coefficients.</param>
/// <param name="block">The code-block.</param>
/// <param name="band">The sub-band.</param>
internal unsafe delegate EncodedBlock BlockCoder(EncodingWorkspace workspace, int* coefficients, int stride, CodeBlock block, Subband band);
