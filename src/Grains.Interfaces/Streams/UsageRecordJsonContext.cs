using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>How usage of the stream is written; names and meaning never change, members may be added.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(DecimalText)])]
[JsonSerializable(typeof(UsageEntry))]
internal sealed partial class UsageRecordJsonContext : JsonSerializerContext;
