using System.Globalization;
using System.Text;

namespace BillingActors.Survival.Desks;

/// <summary>Writes the files that the books come in with.</summary>
internal static class BookFiles
{
    private const string ContractHeader =
        "entity,customer,name,email,phone,address,account,cycle,terms_days,contract,tariff,starts_on,ends_on,"
        + "service_point,meter,measure,channel,unit,direction,interval_minutes,offset_minutes,digits,multiplier";

    private const string ReadHeader = "service_point,register,meter,unit,direction,read_on,value,quality,kind";

    /// <summary>Customers, accounts, meters and contracts.</summary>
    public static byte[] Contracts(BookSettings books, string tariffId) => Lines(
        ContractHeader,
        from index in Enumerable.Range(0, books.AccountCount)
        let id = BookSettings.AccountId(index)
        select $"{BookSettings.EntityId},C{id},Customer {id},,,Sample Street,{id},{BookSettings.CycleId},14,K{id},"
            + $"{tariffId},{Day(0)},,P{id},M{id},register,1,kWh,import,,,6,1");

    /// <summary>What every dial showed at the first of every month.</summary>
    public static byte[] Reads(BookSettings books) => Lines(
        ReadHeader,
        from month in Enumerable.Range(0, books.MonthCount + 1)
        from index in Enumerable.Range(0, books.AccountCount)
        let id = BookSettings.AccountId(index)
        let kind = month == 0 ? "install" : "scheduled"
        let value = 1000 + (month * (100 + (index % 50)))
        select string.Create(CultureInfo.InvariantCulture,
            $"P{id},1,M{id},kWh,import,{Day(month)},{value},actual,{kind}"));

    private static byte[] Lines(string header, IEnumerable<string> rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header)) + "\n");

    private static string Day(int month) =>
        BookSettings.Begin(month).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
