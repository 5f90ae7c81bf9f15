using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Grains.MasterData;

/// <summary>Generated serialisers of master records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LegalEntityRecord))]
[JsonSerializable(typeof(CustomerRecord))]
[JsonSerializable(typeof(ServicePointRecord))]
[JsonSerializable(typeof(BillCycleRecord))]
[JsonSerializable(typeof(ChartRecord))]
internal sealed partial class MasterJsonContext : JsonSerializerContext;
