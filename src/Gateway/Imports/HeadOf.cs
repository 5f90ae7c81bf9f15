using System.IO.Pipelines;

namespace BillingActors.Gateway.Imports;

/// <summary>Looks at the first bytes of a body without taking them.</summary>
internal static class HeadOf
{
    private const int HeadBytes = 4096;

    /// <summary>The first bytes; fewer when the body is shorter.</summary>
    public static async Task<byte[]> Body(PipeReader body, CancellationToken cancellation)
    {
        var read = await body.ReadAtLeastAsync(HeadBytes, cancellation);
        var head = read.Buffer.Slice(0, Math.Min(HeadBytes, read.Buffer.Length));
        var bytes = System.Buffers.BuffersExtensions.ToArray(head);
        body.AdvanceTo(read.Buffer.Start, read.Buffer.Start);
        return bytes;
    }
}
