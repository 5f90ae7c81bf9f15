using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Storage.Json;

/// <summary>
/// An enum as its name in kebab case; numbers are refused, because they change with the order of the members.
/// </summary>
internal sealed class KebabCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, false)
    where T : struct, Enum;
