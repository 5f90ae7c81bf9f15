using System.Text.Json;

namespace BillingActors.Survival.Cores;

/// <summary>What one number of cores came to.</summary>
/// <param name="SiloCount">Silos.</param>
/// <param name="BillsPerSecond">Bills, from the plan to the close.</param>
/// <param name="CallsPerSecond">Calls, from the door to the balance.</param>
/// <param name="SiloMillisecondsPerBill">Processor time of all silos for a bill.</param>
/// <param name="SiloMillisecondsPerCall">Processor time of all silos for a call.</param>
internal sealed record CoresPart(
    int SiloCount,
    double BillsPerSecond,
    double CallsPerSecond,
    double SiloMillisecondsPerBill,
    double SiloMillisecondsPerCall)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static CoresPart Read(string line) => JsonSerializer.Deserialize<CoresPart>(line, Json)
        ?? throw new JsonException("The part is null.");

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
