// Short public messages in English to a carrier, an airline, a shop or a bank, written by us.
import type { PhraseGroup } from './intent-phrases.contract.ts';

export const MESSAGES_EN: readonly PhraseGroup[] = [
  [
    ['complain'],
    `
@northjet two hours on the tarmac and not a word from the crew
@northjet you lost my bag again, third time this year
been on hold for 55 minutes now, this is ridiculous
@parcelgo your driver marked it delivered and there is nothing here
still no luggage and nobody answers the baggage line
@skyfly cancelled our flight an hour before boarding and offered nothing
your website keeps crashing when I try to check in
@citybank locked out of my account for the second day running
worst customer service I have ever dealt with, the agent hung up on me
@skyfly so my seat was given away even though I paid for it
I was told a callback within 24 hours, it has been a week
@mobi no signal downtown since this morning
your agent at gate 14 was incredibly rude to my mother
the app says on time, the board says cancelled, get it together
@shopnow sent me two left shoes
how do you lose a stroller between two gates
another delay, another missed connection, thanks for nothing
great, stuck in Denver overnight with no hotel voucher
flying with you used to be nice, now it is just sad
@northjet no one at the counter, line out the door
I have sent four DMs and not one answer
never flying with these people again
paid extra for wifi that does not work
you guys broke the wheel off my suitcase and shrugged
charged me for a checked bag that you never loaded
@parcelgo package sat in the rain all day, box is soup
our plane has no air conditioning and we've been sitting here forever
@skyfly rebooked me on a flight that had already left
they say weather but the sky is blue and everyone else is flying
it's been 10 days and the refund has not shown up
customer support is a joke, just passed around from desk to desk
you call that a meal? one cracker
@mobi my bill doubled and nobody can explain it
the kiosk ate my boarding pass
missed my sister's wedding because of your mechanical problem
so disappointed in you today
got downgraded from first to a middle seat with no explanation
`,
  ],
  [
    ['complain', 'ask'],
    `
@northjet why is flight 482 still sitting at the gate
why can nobody tell me where my bag is
@skyfly it has been three weeks, when am I getting my money back
how long do I have to wait on hold before a human picks up
where is my order, it was due last Tuesday
why does your site reject every card I own
can someone please fix my reservation, your agent dropped my kid from the booking
can you reply to my DM, it's been two days
is anybody working at the lost luggage office, nobody picks up
@mobi no service all day, what is going on
why was my upgrade cancelled after I paid for it
cancelled again, what are you going to do about it
`,
  ],
  [
    ['ask'],
    `
@northjet is flight 1180 on time tonight
can I bring a guitar as carry on
what's the baggage allowance to Lima
@skyfly can you follow me so I can DM you
how do I add my frequent flyer number to a booking
do you fly direct from Austin to Boston
is there a number I can call about a group booking
can you help me change my seat
need to rebook, who do I talk to
@shopnow when will the grey one be back in stock
please DM me the confirmation number
what time does the counter at Newark open
does my daughter need a passport for this flight
any chance of seats opening up on the 6 am
is the refund to the card or as credit
can I use two vouchers on one ticket
just sent you a DM, please take a look
@citybank which branch is open on Saturday
could you check whether my name is on the standby list
hi, I left a jacket on the plane, how do I get it back
will you be adding more flights to Cancun this summer
I need a receipt for my last trip, please
@mobi do you price match
thinking of switching plans, what would it cost me
`,
  ],
  [
    ['praise'],
    `
@northjet shout out to Maria at gate B7, she saved our trip
thank you for getting my bag to me within a day, great work
best crew ever on flight 233 today
smooth flight, early arrival, friendly staff, well done
@skyfly the new seats are so comfy
props to your phone agent, she fixed it in two minutes
you guys are the best, thanks for the quick fix
love the new app, checking in took ten seconds
great service as always
@shopnow replacement came next day, impressed
the captain handing out stickers to the kids made our day
thanks so much for the upgrade, amazing experience
your team in Raleigh is fantastic
beautiful view from 8A this morning, awesome flight
really appreciate how fast you answered
`,
  ],
  [
    ['praise', 'ask'],
    'loved the flight, when does the loyalty status post?\ngreat crew on 77, who can I write to about them?\nthanks for the help yesterday, can you also fix the return leg?',
  ],
  [
    ['complain', 'praise'],
    'flight was late again but the crew was lovely\nsite is awful, though your agent on the phone was great\nlost my bag, but Kim at the desk was super helpful',
  ],
  [
    ['praise', 'buy'],
    `
just booked my third trip with you, love this airline
so happy with the first one that I ordered a second
great price on the fares today, got two tickets
best phone I've had, picking up another for my wife
I will definitely be buying from them again
works so well I bought two more for the office
we'll be back next month for sure
can't wait to come back with the whole family
already ordered the next book in the series
ordering another case tonight, so good
will be a repeat customer
going back to get the other color
`,
  ],
  [
    ['buy'],
    `
just booked! see you in March
finally bought the tickets, Hawaii here we come
I want to book a table for four on Friday at seven
i'd like to reserve a room for two nights
please order me a large pizza with mushrooms
I want to buy a one way ticket to Dallas
put me down for two of the blue ones
sign me up for the gold card
i need to order more checks
grabbed one before they sold out
take my money, where's the checkout
order placed, can't wait
I am going to get this for my dad's birthday
gotta have it, adding it to the cart now
`,
  ],
  [
    ['suggest'],
    `
@northjet you should text people when the gate changes
please bring back the morning flight to Tulsa
you guys need to start using bigger overhead bins
would be great if the app let me pick a meal
maybe hire a few more people for the phones
put power outlets at every seat please
you might want to update the map on your site
how about a family line at security
please consider adding a vegan option on short flights
wish you flew out of Burbank
suggestion: let us pay with points and cash together
an email when the bag is loaded would be a nice touch
`,
  ],
  [
    ['complain', 'suggest'],
    `
an hour on hold is insane, add a call back option
no outlets on a nine hour flight, please put some in
your chat bot is useless, let people talk to a human
half the row had broken screens, time to upgrade those planes
the line was endless, open more than one counter next time
the instructions are unreadable, print them larger
strap snapped in a week, they need to use a better clip
`,
  ],
  [
    [],
    `
@northjet ok thanks
DM sent
will do
on my way to the airport
@skyfly haha good one
just landed in Chicago
boarding now
thanks for the reply
follow back
flight 889 to Miami
watching planes from the terminal
`,
  ],
];
