using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Nem;

/// <summary>
/// NEM12: channels (200), their days (300), qualities within a day (400) and service orders (500). What belongs to a
/// record that is wrong is not looked at: it would be wrong because of that one.
/// </summary>
internal sealed class IntervalRecords(Queue<ImportItem> ready, FileProblems problems) : IRecordBlocks
{
    private IntervalChannel? _channel;
    private OpenDay? _day;
    private bool _hasDay;
    private bool _isChannelWrong;
    private bool _isDayWrong;

    public bool Take(MeterDataRecord record)
    {
        switch (record[0])
        {
            case "200":
                Close();
                TakeChannel(record);
                return true;
            case "300":
                Close();
                if (!_isChannelWrong)
                    TakeDay(record);
                return true;
            case "400":
                if (!_isDayWrong)
                    TakeQualities(record);
                return true;
            case "500":
                Close();
                if (!_isDayWrong)
                    TakeServiceOrder(record);
                return true;
            default:
                return false;
        }
    }

    public void Close()
    {
        var day = _day;
        _day = null;
        try
        {
            if (day is not null)
                ready.Enqueue(day.Complete());
        }
        catch (FileRefusedException e)
        {
            problems.Add(e); // The record that closes the day is none the worse for it.
        }
    }

    private void TakeChannel(MeterDataRecord record)
    {
        (_isChannelWrong, _isDayWrong, _hasDay) = (true, true, false);
        _channel = IntervalChannel.Read(record);
        (_isChannelWrong, _isDayWrong) = (false, false);
    }

    private void TakeDay(MeterDataRecord record)
    {
        if (_channel is null)
            throw record.Refused("300", "record-out-of-place", "no 200 record stands before this day");
        _isDayWrong = true;
        _day = OpenDay.Read(record, _channel);
        (_hasDay, _isDayWrong) = (true, false);
    }

    private void TakeQualities(MeterDataRecord record)
    {
        if (_day is null)
            throw record.Refused("400", "record-out-of-place", "no 300 record stands before these qualities");
        var day = _day;
        (_day, _isDayWrong) = (null, true);
        day.Add(record);
        (_day, _isDayWrong) = (day, false);
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
