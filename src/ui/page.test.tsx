import { expect, test } from 'vitest'
import type { FrameProps } from './frame.tsx'
import { CsrfField, Page, PageHeading } from './page.tsx'

const drawn = (node: { toString(): string }) => node.toString()
const frame: FrameProps = {
  councilName: 'Norchester City Council',
  brandColour: '#0b4a4f',
  person: { name: 'Programme manager', roleTitle: 'Programme manager' },
  sections: [
    { text: 'Tracker', href: '/tracker' },
    { text: 'Plan', href: '/plan' },
  ],
  demonstration: true,
  asAt: '2015-01-31',
  loadedOn: '2015-02-04',
  today: '2015-02-05',
  csrf: 'token-of-the-form',
}

const page = (props: Partial<Parameters<typeof Page>[0]> = {}) =>
  drawn(
    <Page frame={frame} title="Plan" section="/plan" {...props}>
      <PageHeading
        title="Plan"
        sentence={{ bold: 'Seven faults.', rest: 'The plan finds them in itself.' }}
      />
    </Page>,
  )

test('a page says whose it is, what it rests on, and what day it is', () => {
  const html = page()
  expect(html).toMatch(/^<!DOCTYPE html><html lang="en"/)
  expect(html).toContain('<title>Plan – Waymark – Norchester City Council</title>')
  expect(html).toContain('Figures as at <b>31 January 2015</b>')
  expect(html).toContain('Loaded 4 February 2015')
  expect(html).toContain('Thursday 5 February 2015')
})

test('the section we are in is marked in words that a screen reader says', () => {
  expect(page()).toMatch(/href="\/plan" aria-current="true"/)
})

test('a page carries no script, no style and nothing from elsewhere', () => {
  const html = page()
  expect(html).not.toMatch(/ style=|<style|<script>|https?:\/\/(?!www\.w3\.org)/)
})

test('a page with something to put right begins its title with Error', () => {
  expect(page({ error: true })).toContain('<title>Error: Plan')
})

test('before the first load the strip says so, and before sign-in it says nothing of figures', () => {
  expect(page({ frame: { ...frame, asAt: null, loadedOn: null } })).toContain('No data loaded yet')
  const signedOut = page({ frame: { ...frame, person: null, sections: [] } })
  expect(signedOut).not.toContain('Figures as at')
  expect(signedOut).not.toContain('Sign out')
})

test('help comes in the same order on every page', () => {
  const links = [...page().matchAll(/govuk-footer__link" href="([^"]+)"/g)].map((match) => match[1])
  expect(links).toEqual(['/help', '/accessibility', '/privacy', '/cookies', '/measures'])
})

test('words from data are escaped', () => {
  expect(page({ title: '<b>Plan</b>' })).toContain('&lt;b&gt;Plan&lt;/b&gt; – Waymark')
  expect(drawn(<CsrfField frame={frame} />)).toContain('value="token-of-the-form"')
})
