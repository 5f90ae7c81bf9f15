using System.Text.Json;
using BillingActors.Storage.MasterData;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.MasterData;

/// <summary>Master records as the bytes that are stored: one canonical form, so that equal records are equal bytes.</summary>
internal static class MasterJson
{
    public static byte[] Write(MasterContent content) => content switch
    {
        { LegalEntity: { } entity } => JsonSerializer.SerializeToUtf8Bytes(entity, MasterJsonContext.Default.LegalEntityRecord),
        { Customer: { } customer } => JsonSerializer.SerializeToUtf8Bytes(customer, MasterJsonContext.Default.CustomerRecord),
        { ServicePoint: { } point } => JsonSerializer.SerializeToUtf8Bytes(point, MasterJsonContext.Default.ServicePointRecord),
        { BillCycle: { } cycle } => JsonSerializer.SerializeToUtf8Bytes(cycle, MasterJsonContext.Default.BillCycleRecord),
        { Tariff: { } tariff } => System.Text.Encoding.UTF8.GetBytes(TariffJson.Write(tariff)),
        _ => throw new ArgumentException("A master record has one content.", nameof(content)),
    };

    public static MasterContent Read(MasterKind kind, ReadOnlySpan<byte> json) => kind switch
    {
        MasterKind.LegalEntity => new(LegalEntity: JsonSerializer.Deserialize(json, MasterJsonContext.Default.LegalEntityRecord)),
        MasterKind.Customer => new(Customer: JsonSerializer.Deserialize(json, MasterJsonContext.Default.CustomerRecord)),
        MasterKind.ServicePoint => new(ServicePoint: JsonSerializer.Deserialize(json, MasterJsonContext.Default.ServicePointRecord)),
        MasterKind.BillCycle => new(BillCycle: JsonSerializer.Deserialize(json, MasterJsonContext.Default.BillCycleRecord)),
        _ => new(Tariff: TariffJson.Read(json)),
    };
}
