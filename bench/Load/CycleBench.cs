namespace BillingActors.Load;
/// <summary>x</summary>
public static class CycleBench
{
    /// <summary>x</summary>
    public static Task<int> Run(CycleBenchOptions options, TextWriter writer, CancellationToken cancellation) { _ = options; _ = writer; return Task.FromResult(0); }
}
