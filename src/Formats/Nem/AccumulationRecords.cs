using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Formats.Nem;

/// <summary>NEM13: register reads (250), and why they were taken (550).</summary>
internal sealed class AccumulationRecords(Queue<ImportItem> ready) : IRecordBlocks
{
    private ImportItem? _open;
    private bool _isReadWrong;

    public bool Take(MeterDataRecord record)
    {
        switch (record[0])
        {
            case "250":
                Close();
                _isReadWrong = true;
                _open = ReadRegister(record);
                _isReadWrong = false;
                return true;
            case "550":
                if (!_isReadWrong)
                    TakeReason(record);
                return true;
            default:
                return false;
        }
    }

    public void Close()
    {
        if (_open is not null)
            ready.Enqueue(_open);
        _open = null;
    }

    private void TakeReason(MeterDataRecord record)
    {
        if (_open is null)
            throw record.Refused("550", "record-out-of-place", "no 250 record stands before this one");
        try
        {
            CheckReason(record);
            if (_open.Read is not null)
                _open = new(Read: _open.Read with { Kind = TransactionCode.ToKind(record[3]) });
            Close();
        }
        catch (FileRefusedException e)
        {
            // The read stands without its reason, which is set aside.
            Close();
            ready.Enqueue(RejectedItem.Of(e.Problems[0], record.Text));
        }
    }

    private static void CheckReason(MeterDataRecord record)
    {
        record.RequireFields(1, 5);
        TransactionCode.Check(record, 1, "PreviousTransCode");
        record.Optional(2, "PreviousRetServiceOrder", 15);
        TransactionCode.Check(record, 3, "CurrentTransCode");
        record.Optional(4, "CurrentRetServiceOrder", 15);
    }

    private static ImportItem ReadRegister(MeterDataRecord record)
    {
        record.RequireFields(20, 23);
        MarketTime.OptionalDay(record, 20, "NextScheduledReadDate");
        MarketTime.OptionalTime(record, 22, "MSATSLoadDateTime");
        var read = ReadValues(record);
        if (UnitNames.Find(record[19]) is not null)
            return new(Read: read);
        var rule = record[19].IsEmpty ? "unit-missing" : "unit-unknown";
        return RejectedItem.Of(
            new(record.Line, "UOM", rule, $"register {read.Register} has no unit we know"), record.Text);
    }

    private static MeterRead ReadValues(MeterDataRecord record)
    {
        var (previous, current, quantity) = (Dial(record, 8, true), Dial(record, 13, true), Dial(record, 18, false));
        var currentQuality = Quality(record, 15);
        if (current is null && currentQuality.Quality != Qualities.Missing)
            throw record.Refused("CurrentRegisterRead", "value-missing", "is blank, but its quality is not N");
        var scale = Math.Max(previous?.Scale ?? 0, Math.Max(current?.Scale ?? 0, quantity?.Scale ?? 0));
        return new(
            MeteringPoint.Read(record),
            NemSuffix.Read(record, 4),
            record.Optional(6, "MeterSerialNumber", 12) ?? "",
            UnitNames.Find(record[19]) ?? "",
            Direction(record),
            DateOf(MarketTime.OptionalTime(record, 9, "PreviousRegisterReadDateTime")),
            At(record, previous, scale),
            record[10].IsEmpty ? null : QualityAt(record, 10, "PreviousQualityMethod").Quality,
            DateOf(MarketTime.Time(record, 14, "CurrentRegisterReadDateTime"))!.Value,
            At(record, current, scale) ?? 0,
            scale,
            currentQuality.Quality!,
            TransactionCode.ToKind(""),
            At(record, quantity, scale),
            currentQuality.Method,
            record.Optional(16, "CurrentReasonCode", 3),
            MarketTime.OptionalTime(record, 21, "UpdateDateTime"),
            record.Line);
    }

    private static QualityMethod Quality(MeterDataRecord record, int field) =>
        QualityAt(record, field, "CurrentQualityMethod");

    private static QualityMethod QualityAt(MeterDataRecord record, int field, string name)
    {
        var quality = QualityMethod.Read(record, field, name);
        return quality.Varies ? throw record.Refused(name, "quality-method", "is V, which a read cannot be") : quality;
    }

    private static string Direction(MeterDataRecord record) => record[7] switch
    {
        "E" => Directions.Import,
        "I" => Directions.Export,
        _ => throw record.Refused("DirectionIndicator", "direction-unknown", "is neither E nor I"),
    };

    private static FixedPoint? Dial(MeterDataRecord record, int field, bool isDial)
    {
        var name = field switch { 8 => "PreviousRegisterRead", 13 => "CurrentRegisterRead", _ => "Quantity" };
        if (record[field].IsEmpty)
            return null;
        if (!FixedPoint.TryParse(record[field], out var number))
            throw record.Refused(
                name, "number-invalid", "is no decimal number of at most 18 digits and 9 decimals");
        return isDial && number.IsNegative ? throw record.Refused(name, "value-negative", "is negative") : number;
    }

    private static long? At(MeterDataRecord record, FixedPoint? number, int scale)
    {
        if (number is null)
            return null;
        return number.Value.TryAt(scale, out var digits)
            ? digits
            : throw record.Refused("record", "value-too-large", "reads and quantity do not fit one scale");
    }

    private static DateOnly? DateOf(DateTimeOffset? at) => at is null ? null : DateOnly.FromDateTime(at.Value.DateTime);
}
