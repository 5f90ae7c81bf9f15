using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Grains.MasterData;

/// <summary>Generated serialisers of master records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LegalEntityRecord))]
[JsonSerializable(typeof(LegalEntityDraftRecord))]
[JsonSerializable(typeof(CustomerRecord))]
[JsonSerializable(typeof(ServicePointRecord))]
[JsonSerializable(typeof(BillCycleRecord))]
[JsonSerializable(typeof(ChartRecord))]
[JsonSerializable(typeof(DunningPolicyRecord))]
[JsonSerializable(typeof(DisputePolicyRecord))]
internal sealed partial class MasterJsonContext : JsonSerializerContext;
