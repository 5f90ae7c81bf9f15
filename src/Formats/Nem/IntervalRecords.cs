using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Nem;

/// <summary>NEM12: channels (200), their days (300), qualities within a day (400) and service orders (500).</summary>
internal sealed class IntervalRecords(Queue<ImportItem> ready) : IRecordBlocks
{
    private IntervalChannel? _channel;
    private OpenDay? _day;
    private bool _hasDay;

    public bool Take(MeterDataRecord record)
    {
        switch (record[0])
        {
            case "200":
                Close();
                (_channel, _hasDay) = (IntervalChannel.Read(record), false);
                return true;
            case "300":
                Close();
                TakeDay(record);
                return true;
            case "400":
                TakeQualities(record);
                return true;
            case "500":
                Close();
                TakeServiceOrder(record);
                return true;
            default:
                return false;
        }
    }

    public void Close()
    {
        if (_day is not null)
            ready.Enqueue(_day.Complete());
        _day = null;
    }

    private void TakeDay(MeterDataRecord record)
    {
        if (_channel is null)
            throw record.Refused("300", "record-out-of-place", "no 200 record stands before this day");
        _day = OpenDay.Read(record, _channel);
        _hasDay = true;
    }

    private void TakeQualities(MeterDataRecord record)
    {
        if (_day is null)
            throw record.Refused("400", "record-out-of-place", "no 300 record stands before these qualities");
        _day.Add(record);
    }

    private void TakeServiceOrder(MeterDataRecord record)
    {
        if (!_hasDay)
            throw record.Refused("500", "record-out-of-place", "no 300 record stands before this service order");
        try
        {
            CheckServiceOrder(record);
        }
        catch (FileRefusedException e)
        {
            // No read depends on a service order: a bad one is set aside and the days stand.
            ready.Enqueue(RejectedItem.Of(e.Problems[0], record.Text));
        }
    }

    private static void CheckServiceOrder(MeterDataRecord record)
    {
        record.RequireFields(1, 5);
        TransactionCode.Check(record, 1, "TransCode");
        record.Optional(2, "RetServiceOrder", 15);
        MarketTime.OptionalTime(record, 3, "ReadDateTime");
        record.Optional(4, "IndexRead", 15);
    }
}
