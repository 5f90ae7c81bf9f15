namespace BillingActors.Gateway.Http;

/// <summary>Buckets of the rate limit, each counted by itself.</summary>
internal static class Bucket
{
    public const string Read = "read";
    public const string Ingest = "ingest";
    public const string Money = "money";
}
