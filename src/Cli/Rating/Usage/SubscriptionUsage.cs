using BillingActors.Grains.Interfaces.Tariffs.Recurring;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>The life of a subscription: when it starts and what happens.</summary>
internal sealed class SubscriptionUsage : IUsageReader
{
    public string Name => "subscription";

    public bool Recognises(UsageHead head) =>
        head.IsJson && head.Text.Contains("\"start\"", StringComparison.Ordinal);

    public async Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return new GivenUsage { Life = SubscriptionLifeJson.Read(LifeText.Of(bytes.ToArray(), context)) };
    }
}
