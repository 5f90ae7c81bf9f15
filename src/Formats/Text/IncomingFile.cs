namespace BillingActors.Formats.Text;

/// <summary>A file as it was handed in: plain or gzip.</summary>
internal static class IncomingFile
{
    /// <summary>The plain bytes of the file; disposing them leaves the file open.</summary>
    public static Task<Stream> Open(Stream file, CancellationToken cancellation) =>
        Open(file, InflationLimits.Default, cancellation);

    public static async Task<Stream> Open(Stream file, InflationLimits limits, CancellationToken cancellation)
    {
        var magic = new byte[2];
        var count = await file.ReadAtLeastAsync(magic, magic.Length, throwOnEndOfStream: false, cancellation);
        var whole = new ReplayedStream(magic.AsMemory(0, count), file);
        return FileHead.IsGzip(magic) ? new InflatedStream(whole, limits) : whole;
    }
}
